import type { z } from 'zod';
import { DescriptionList } from '@/components/ui/description-list';
import { Status } from '@/components/ui/status';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TenantDetail } from '@/lib/platform/tenants/get-tenant';
import { Part } from './part';

/** How many people in which role, and which modules are on. */
export async function PeopleSection({ tenant }: { tenant: z.output<typeof TenantDetail> }) {
  const t = await wording('console');
  return (
    <>
      <Part title={t('People')} note={formatNumber(tenant.members, 'en')}>
        <DescriptionList
          items={tenant.roles.map(({ key, name, members }) => ({
            id: key,
            term: t.said(name),
            value: <span className="tabular-nums">{formatNumber(members, 'en')}</span>,
          }))}
        />
      </Part>
      <Part title={t('Features')}>
        <DescriptionList
          items={tenant.modules.map(({ id, title, enabled }) => ({
            id,
            term: t.said(title),
            value: (
              <Status tone={enabled ? 'success' : 'neutral'}>{enabled ? t('On') : t('Off')}</Status>
            ),
          }))}
        />
      </Part>
    </>
  );
}
