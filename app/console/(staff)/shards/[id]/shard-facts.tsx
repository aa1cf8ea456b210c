import { DescriptionList } from '@/components/ui/description-list';
import { formatBytes, formatSecond } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { ShardRow } from '@/lib/platform/shards/shard-row';
import { readerIn, tierNames } from '../../_frame/words';
import { Part } from '../../tenants/[id]/part';

/** What it holds and how much it can. */
export async function ShardFacts({ shard }: { shard: ShardRow }) {
  const t = await wording('console');
  const { room, tenants, ready } = shard;
  const looked = shard.sampledAt
    ? t('as of {time} UTC', { time: formatSecond(shard.sampledAt, readerIn(t.language)) })
    : t('not looked at yet');
  return (
    <Part title={t('Load')} note={looked}>
      <DescriptionList
        items={[
          ...(['pooled', 'schema', 'database'] as const).map((tier) => ({
            id: tier,
            term: t.said(tierNames[tier] ?? tier),
            value: shard.tiers.includes(tier)
              ? t('{used} of {most} tenants', { used: tenants[tier], most: room[tier] })
              : t('{used, plural, one {# tenant} other {# tenants}}, takes no more', {
                  used: tenants[tier],
                }),
          })),
          {
            id: 'ready',
            term: t('Ready for new tenants'),
            value: t(
              '{schemas} of {wantedSchemas} schemas, {databases} of {wantedDatabases} databases',
              {
                schemas: ready.schemas,
                wantedSchemas: ready.wantedSchemas,
                databases: ready.databases,
                wantedDatabases: ready.wantedDatabases,
              },
            ),
          },
          {
            id: 'size',
            term: t('Size'),
            value:
              shard.sizeBytes > 0
                ? formatBytes(shard.sizeBytes, t.language)
                : t('Not measured yet'),
          },
          {
            id: 'connections',
            term: t('Connections'),
            value: t('{used} of {most}', { used: shard.connections, most: shard.maxConnections }),
          },
          ...(shard.stateReason
            ? [{ id: 'reason', term: t('Why it is not open'), value: shard.stateReason }]
            : []),
        ]}
      />
    </Part>
  );
}
