import Link from 'next/link';
import { limitTitles } from '@/app/_shared/plans/plan-words';
import { Banner } from '@/components/ui/banner';
import { planProcedures } from '@/lib/billing/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';

/** Which limits are nearly or wholly reached, for whoever may choose the plan. */
export async function LimitNotice({ door }: { door: MemberDoor }) {
  const found = await door.find(planProcedures.notices, {});
  if (!found || found.notices.length === 0) return null;
  const t = await wording('plans');
  const full = found.notices.some(({ percent }) => percent === 100);
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
        {found.notices
          .map(({ name, percent }) =>
            t('{limit}: {percent} %', { limit: t(limitTitles[name]), percent }),
          )
          .join(' · ')}
      </Banner>
    </div>
  );
}
