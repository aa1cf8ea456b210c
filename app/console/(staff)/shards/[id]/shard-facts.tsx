import { DescriptionList } from '@/components/ui/description-list';
import { formatBytes, formatCount, formatNumber, formatSecond } from '@/lib/format';
import type { ShardRow } from '@/lib/platform/shards/shard-row';
import { staffReader, tierNames } from '../../_frame/words';
import { Part } from '../../tenants/[id]/part';

/** What it holds and how much it can. */
export function ShardFacts({ shard }: { shard: ShardRow }) {
  const { room, tenants, ready } = shard;
  const looked = shard.sampledAt
    ? `as of ${formatSecond(shard.sampledAt, staffReader)} UTC`
    : 'not looked at yet';
  return (
    <Part title="Load" note={looked}>
      <DescriptionList
        items={[
          ...(['pooled', 'schema', 'database'] as const).map((tier) => ({
            id: tier,
            term: tierNames[tier],
            value: shard.tiers.includes(tier)
              ? `${count(tenants[tier])} of ${count(room[tier])} tenants`
              : `${formatCount(tenants[tier], 'tenant')}, takes no more`,
          })),
          {
            id: 'ready',
            term: 'Ready for new tenants',
            value: `${ready.schemas} of ${ready.wantedSchemas} schemas, ${ready.databases} of ${ready.wantedDatabases} databases`,
          },
          {
            id: 'size',
            term: 'Size',
            value: shard.sizeBytes > 0 ? formatBytes(shard.sizeBytes, 'en') : 'Not measured yet',
          },
          {
            id: 'connections',
            term: 'Connections',
            value: `${count(shard.connections)} of ${count(shard.maxConnections)}`,
          },
          ...(shard.stateReason
            ? [{ id: 'reason', term: 'Why it is not open', value: shard.stateReason }]
            : []),
        ]}
      />
    </Part>
  );
}

const count = (value: number) => formatNumber(value, 'en');
