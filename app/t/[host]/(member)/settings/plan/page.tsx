import type { Metadata } from 'next';
import { HistoryList } from '@/app/_shared/plans/history-list';
import { LimitBars } from '@/app/_shared/plans/limit-bars';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { planProcedures } from '@/lib/billing/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { OfferList } from './offer-list';
import { PlanNow } from './plan-now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('plans');
  return { title: t('Plan') };
}

export default async function Plan({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('plans');
  const door = await openMemberPage((await params).host);
  if (!door.can('plan.manage')) return <Refused door={door} title={t('Plan')} />;
  const plan = await door.call(planProcedures.get, {});
  const reader = readerOf(door);
  return (
    <Worded areas={['plans']}>
      <PageFrame
        title={t('Plan')}
        description={t(
          'What this workspace may use, how much of it is used, and what else there is.',
        )}
      >
        <PlanNow plan={plan} reader={reader} />
        <FormSection
          title={t('Limits')}
          description={t('Nothing is ever deleted because of a limit.')}
        >
          <LimitBars limits={plan.limits} />
        </FormSection>
        <FormSection
          title={t('Other plans')}
          description={t('Each says what exactly it would change here.')}
        >
          <OfferList offers={plan.offers} held={plan.held} signing={plan.signing} />
        </FormSection>
        <FormSection title={t('History')} description={t('What was signed here, by whom and why.')}>
          <HistoryList steps={plan.history} reader={reader} />
        </FormSection>
      </PageFrame>
    </Worded>
  );
}
