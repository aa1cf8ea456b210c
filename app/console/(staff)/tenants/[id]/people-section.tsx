import type { z } from 'zod';
import { DescriptionList } from '@/components/ui/description-list';
import { Status } from '@/components/ui/status';
import { formatNumber } from '@/lib/format';
import { wording } from '@/lib/language/request';
import type { TenantDetail } from '@/lib/platform/tenants/get-tenant';
import { Part } from './part';
import { SeatsDialog } from './seats-dialog';

/** How many people in which role, and which modules are on. */
export async function PeopleSection({ tenant }: { tenant: z.output<typeof TenantDetail> }) {
  const t = await wording('console');
  const { id, name, members, seatLimit: limit } = tenant;
  return (
    <>
      <Part
        title={t('People')}
        note={
          limit === null
            ? formatNumber(members, 'en')
            : t('{taken} of {limit} seats', {
                taken: formatNumber(members, 'en'),
                limit: formatNumber(limit, 'en'),
              })
        }
        action={<SeatsDialog key={limit} {...{ id, name, members, limit }} />}
      >
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
