import type { z } from 'zod';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { Status, type StatusTone } from '@/components/ui/status';
import { formatTime } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TenantDetail } from '@/lib/platform/tenants/get-tenant';
import { readerIn, tierNames } from '../../_frame/words';
import { Part } from './part';

type Tenant = z.output<typeof TenantDetail>;

/** What it is, where it lives, how it is reached. */
export async function FactsSection({ tenant }: { tenant: Tenant }) {
  const t = await wording('console');
  const { placement, pool } = tenant;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Part title={t('Facts')}>
        <DescriptionList
          items={[
            { id: 'id', term: t('Id'), value: <Copied text={tenant.id} /> },
            { id: 'slug', term: t('Address'), value: <Copied text={tenant.slug} /> },
            {
              id: 'opened',
              term: t('Opened'),
              value: t('{time} UTC', { time: formatTime(tenant.createdAt, readerIn(t.language)) }),
            },
            { id: 'zone', term: t('Time zone'), value: tenant.timeZone },
            {
              id: 'pool',
              term: t('Identity pool'),
              value:
                pool.kind === 'shared'
                  ? t('{name}, shared', { name: pool.name })
                  : t('{name}, its own', { name: pool.name }),
            },
            {
              id: 'brand',
              term: t('Looks'),
              value: tenant.brandVersion
                ? t('Version {version}', { version: tenant.brandVersion })
                : t('None'),
            },
          ]}
        />
      </Part>
      <Part
        title={t('Placement')}
        action={
          placement ? (
            <LinkButton href={`/tenants/${tenant.id}/move`} size="small">
              {t('Move')}
            </LinkButton>
          ) : null
        }
      >
        {placement ? (
          <DescriptionList
            items={[
              {
                id: 'tier',
                term: t('Isolation'),
                value: t.said(tierNames[placement.tier] ?? placement.tier),
              },
              { id: 'shard', term: t('Shard'), value: placement.shard },
              {
                id: 'at',
                term: t('Database and schema'),
                value: (
                  <code>
                    {placement.database}.{placement.schema}
                  </code>
                ),
              },
              {
                id: 'epoch',
                term: t('Epoch'),
                value: `${placement.epoch}, ${t.said(placement.state)}`,
              },
            ]}
          />
        ) : (
          <p className="text-muted">{t('This tenant has no placement.')}</p>
        )}
      </Part>
      <Part title={t('Domains')} note={tenant.domains.length}>
        {tenant.domains.length === 0 ? (
          <p className="text-muted">{t('None of its own; reached by its address only.')}</p>
        ) : (
          <ul>
            {tenant.domains.map(({ host, state, isPrimary }) => (
              <li
                key={host}
                className="flex flex-wrap items-center gap-2 border-line border-b py-1.5 last:border-b-0"
              >
                <span className="min-w-0 flex-1 truncate">{host}</span>
                {isPrimary ? <Badge tone="brand">{t('Primary')}</Badge> : null}
                <Status tone={tones[state] ?? 'neutral'}>{t.said(state)}</Status>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </div>
  );
}

const tones: Partial<Record<Tenant['domains'][number]['state'], StatusTone>> = {
  verified: 'info',
  live: 'success',
  broken: 'warning',
};

const Copied = ({ text }: { text: string }) => (
  <span className="flex min-w-0 items-center gap-1">
    <span className="min-w-0 truncate font-mono text-sm">{text}</span>
    <CopyButton value={text} size="small" />
  </span>
);
