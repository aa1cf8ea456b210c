import type { Metadata } from 'next';
import { HistoryList } from '@/app/_shared/plans/history-list';
import { EmptyState } from '@/components/ui/empty-state';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { myPlanProcedures } from '@/lib/billing/user-plans/own-procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { readerOf } from '../../_shell/reader';
import { MyPlanNow } from './my-plan-now';
import { OfferCards } from './offer-cards';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('userPlans');
  return { title: t('My plan') };
}

export default async function MyPlan({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('userPlans');
  const door = await openMemberPage((await params).host);
  const plan = await door.call(myPlanProcedures.get, {});
  const reader = readerOf(door);
  const isEmpty = plan.offers.length === 0 && plan.history.length === 0;
  return (
    <Worded areas={['plans', 'userPlans']}>
      <PageFrame
        title={t('My plan')}
        description={t('What you have here, and what else there is.')}
      >
        {isEmpty ? (
          <EmptyState
            title={t('No plans here')}
            description={t('{tenant} offers you no plans at the moment.', {
              tenant: door.tenant.name,
            })}
          />
        ) : (
          <>
            <MyPlanNow plan={plan} reader={reader} />
            {plan.offers.length > 0 ? (
              <section className="flex flex-col gap-3">
                <h2 className="font-semibold">{t('Plans you can choose')}</h2>
                <OfferCards plan={plan} />
              </section>
            ) : null}
            {plan.history.length > 0 ? (
              <FormSection title={t('History')} description={t('Every step, by whom and why.')}>
                <HistoryList steps={plan.history} reader={reader} />
              </FormSection>
            ) : null}
          </>
        )}
      </PageFrame>
    </Worded>
  );
}
