import type { Metadata } from 'next';
import { Suspense } from 'react';
import { HistoryList } from '@/app/_shared/plans/history-list';
import { LimitBars } from '@/app/_shared/plans/limit-bars';
import { OwedList } from '@/app/_shared/plans/owed-list';
import type { SearchParams } from '@/app/_shared/query';
import { UsageFacts } from '@/app/_shared/usage/usage-facts';
import { FormSection } from '@/components/ui/form-section';
import { PageFrame } from '@/components/ui/page-frame';
import { Skeleton } from '@/components/ui/skeleton';
import { planProcedures } from '@/lib/billing/procedures';
import { type MemberDoor, openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { readerOf } from '../../_shell/reader';
import { Refused } from '../_frame/refused';
import { OfferList } from './offer-list';
import { OwnInvoices } from './own-invoices';
import { PlanNow } from './plan-now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('plans');
  return { title: t('Plan and usage') };
}

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

export default async function Plan({ params, searchParams }: Props) {
  const t = await wording('plans');
  const door = await openMemberPage((await params).host);
  if (!door.can('plan.manage')) return <Refused door={door} title={t('Plan and usage')} />;
  const plan = await door.call(planProcedures.get, {});
  const reader = readerOf(door);
  const { payment } = await searchParams;
  const left = payment === 'paid' || payment === 'left' ? payment : undefined;
  return (
    <Worded areas={['plans']}>
      <PageFrame
        title={t('Plan and usage')}
        description={t(
          'What this workspace may use, how much of it is used, and what else there is.',
        )}
      >
        <PlanNow plan={plan} reader={reader} left={left} />
        <FormSection
          title={t('Limits')}
          description={t('Nothing is ever deleted because of a limit.')}
        >
          <LimitBars limits={plan.limits} reader={reader} />
        </FormSection>
        <FormSection
          title={t('Usage')}
          description={t('What was used this month, and what that comes to.')}
        >
          <Suspense fallback={<Skeleton className="h-64" />}>
            <OwnUsage door={door} />
          </Suspense>
        </FormSection>
        {plan.back.owed.length + plan.back.given.length > 0 ? (
          <FormSection
            title={t('Refunds')}
            description={t('What was paid needlessly, and what came of it.')}
          >
            <OwedList back={plan.back} reader={reader} />
          </FormSection>
        ) : null}
        <OwnInvoices door={door} reader={reader} searchParams={searchParams} />
        <FormSection
          title={t('Other plans')}
          description={t('Each says what exactly it would change here.')}
        >
          <OfferList
            offers={plan.offers}
            held={plan.held}
            signing={plan.signing}
            paid={plan.payment.paid}
            reader={reader}
          />
        </FormSection>
        <FormSection title={t('History')} description={t('What was signed here, by whom and why.')}>
          <HistoryList steps={plan.history} reader={reader} />
        </FormSection>
      </PageFrame>
    </Worded>
  );
}

async function OwnUsage({ door }: { door: MemberDoor }) {
  return <UsageFacts usage={await door.call(planProcedures.usage, {})} />;
}
