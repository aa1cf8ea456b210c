import type { z } from 'zod';
import { DescriptionList } from '@/components/ui/description-list';
import { Status } from '@/components/ui/status';
import { formatNumber } from '@/lib/format';
import type { TenantDetail } from '@/lib/platform/tenants/get-tenant';
import { Part } from './part';

/** How many people in which role, and which modules are on. */
export function PeopleSection({ tenant }: { tenant: z.output<typeof TenantDetail> }) {
  return (
    <>
      <Part title="People" note={formatNumber(tenant.members, 'en')}>
        <DescriptionList
          items={tenant.roles.map(({ key, name, members }) => ({
            id: key,
            term: name,
            value: <span className="tabular-nums">{formatNumber(members, 'en')}</span>,
          }))}
        />
      </Part>
      <Part title="Features">
        <DescriptionList
          items={tenant.modules.map(({ id, title, enabled }) => ({
            id,
            term: title,
            value: <Status tone={enabled ? 'success' : 'neutral'}>{enabled ? 'On' : 'Off'}</Status>,
          }))}
        />
      </Part>
    </>
  );
}
