import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageFrame } from '@/components/ui/page-frame';
import { userPlanProcedures } from '@/lib/billing/user-plans/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { Refused } from '../_frame/refused';
import { NewUserPlan } from './new-user-plan';
import { PlanTable } from './plan-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('userPlans');
  return { title: t('Plans for my users') };
}

export default async function UserPlans({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('userPlans');
  const door = await openMemberPage((await params).host);
  const title = t('Plans for my users');
  if (!door.can('user_plans.manage')) return <Refused door={door} title={title} />;
  const { plans } = await door.call(userPlanProcedures.list, {});
  return (
    <Worded areas={['plans', 'userPlans']}>
      <PageFrame
        title={title}
        description={t('What your people can sign here: what each plan gives, and what it costs.')}
        actions={
          <>
            {plans.length > 0 ? (
              <LinkButton href="/settings/user-plans/subscriptions">
                {t('Subscriptions')}
              </LinkButton>
            ) : null}
            <NewUserPlan />
          </>
        }
      >
        {plans.length === 0 ? (
          <EmptyState
            title={t('No plans for your people yet')}
            description={t(
              'A plan has a price or is free, says what is included, and can bring roles for as long as it is signed. Begin with a draft: nobody sees it before you publish and show it.',
            )}
          />
        ) : (
          <PlanTable plans={plans} />
        )}
      </PageFrame>
    </Worded>
  );
}
