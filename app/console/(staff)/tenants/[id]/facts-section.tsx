import type { z } from 'zod';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import { formatTime } from '@/lib/format';
import type { TenantDetail } from '@/lib/platform/tenants/get-tenant';
import { staffReader, tierNames } from '../../_frame/words';
import { Part } from './part';

type Tenant = z.output<typeof TenantDetail>;

/** What it is, where it lives, how it is reached. */
export function FactsSection({ tenant }: { tenant: Tenant }) {
  const { placement, pool } = tenant;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Part title="Facts">
        <DescriptionList
          items={[
            { id: 'id', term: 'Id', value: <Copied text={tenant.id} /> },
            { id: 'slug', term: 'Address', value: <Copied text={tenant.slug} /> },
            {
              id: 'opened',
              term: 'Opened',
              value: `${formatTime(tenant.createdAt, staffReader)} UTC`,
            },
            { id: 'zone', term: 'Time zone', value: tenant.timeZone },
            {
              id: 'pool',
              term: 'Identity pool',
              value: pool.kind === 'shared' ? `${pool.name}, shared` : `${pool.name}, its own`,
            },
            { id: 'brand', term: 'Looks', value: `Version ${tenant.brandVersion ?? 'none'}` },
          ]}
        />
      </Part>
      <Part
        title="Placement"
        action={
          placement ? (
            <LinkButton href={`/tenants/${tenant.id}/move`} size="small">
              Move
            </LinkButton>
          ) : null
        }
      >
        {placement ? (
          <DescriptionList
            items={[
              { id: 'tier', term: 'Isolation', value: tierNames[placement.tier] },
              { id: 'shard', term: 'Shard', value: placement.shard },
              {
                id: 'at',
                term: 'Database and schema',
                value: (
                  <code>
                    {placement.database}.{placement.schema}
                  </code>
                ),
              },
              { id: 'epoch', term: 'Epoch', value: `${placement.epoch}, ${placement.state}` },
            ]}
          />
        ) : (
          <p className="text-muted">This tenant has no placement.</p>
        )}
      </Part>
      <Part title="Domains" note={tenant.domains.length}>
        {tenant.domains.length === 0 ? (
          <p className="text-muted">None of its own; reached by its address only.</p>
        ) : (
          <ul>
            {tenant.domains.map(({ host, state, isPrimary }) => (
              <li
                key={host}
                className="flex flex-wrap items-center gap-2 border-line border-b py-1.5 last:border-b-0"
              >
                <span className="min-w-0 flex-1 truncate">{host}</span>
                {isPrimary ? <Badge tone="brand">Primary</Badge> : null}
                <Status tone={state === 'live' ? 'success' : 'neutral'}>{state}</Status>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </div>
  );
}

const Copied = ({ text }: { text: string }) => (
  <span className="flex min-w-0 items-center gap-1">
    <span className="min-w-0 truncate font-mono text-sm">{text}</span>
    <CopyButton value={text} size="small" />
  </span>
);
