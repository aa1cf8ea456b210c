import Link from 'next/link';
import type { z } from 'zod';
import { limitTitles } from '@/app/_shared/plans/plan-words';
import { Banner } from '@/components/ui/banner';
import { planProcedures } from '@/lib/billing/procedures';
import type { Notices } from '@/lib/billing/usage/notices';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';
import { UnpaidNotice } from './unpaid-notice';

/** A payment that failed, and limits nearly or wholly reached, for whoever may choose the plan. */
export async function PlanNotices({ door }: { door: MemberDoor }) {
  const found = await door.find(planProcedures.notices, {});
  if (!found) return null;
  const { unpaid, notices } = found;
  return (
    <>
      {unpaid ? <UnpaidNotice unpaid={unpaid} reader={readerOf(door)} /> : null}
      {notices.length > 0 ? <LimitNotice notices={notices} /> : null}
    </>
  );
}

async function LimitNotice({ notices }: Pick<z.output<typeof Notices>, 'notices'>) {
  const t = await wording('plans');
  const full = notices.some(({ percent }) => percent === 100);
  return (
    <div className="px-4 pt-4 sm:px-6">
      <Banner
        tone={full ? 'warning' : 'info'}
        title={
          full ? t('A limit of the plan is reached') : t('A limit of the plan is nearly reached')
        }
        action={
          <Link href="/settings/plan" className="font-medium underline">
            {t('See the plan')}
          </Link>
        }
      >
        {notices
          .map(({ name, percent }) =>
            t('{limit}: {percent} %', { limit: t(limitTitles[name]), percent }),
          )
          .join(' · ')}
      </Banner>
    </div>
  );
}
