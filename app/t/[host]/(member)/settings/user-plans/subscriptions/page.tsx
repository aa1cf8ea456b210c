import type { Metadata } from 'next';
import { z } from 'zod';
import { queryOf, type SearchParams } from '@/app/_shared/query';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { Pagination } from '@/components/ui/pagination';
import { State } from '@/lib/billing/subscriptions/shapes';
import { userPlanProcedures } from '@/lib/billing/user-plans/procedures';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { readerOf } from '../../../_shell/reader';
import { Refused } from '../../_frame/refused';
import { hrefOf, StateLinks } from './state-links';
import { SubscriptionTable } from './subscription-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('userPlans');
  return { title: t('Subscriptions') };
}

const size = 50;

interface Props {
  params: Promise<{ host: string }>;
  searchParams: SearchParams;
}

export default async function Subscriptions({ params, searchParams }: Props) {
  const t = await wording('userPlans');
  const door = await openMemberPage((await params).host);
  const title = t('Subscriptions');
  if (!door.can('user_plans.manage')) return <Refused door={door} title={title} />;
  const { state, planId, page } = Query.parse(await queryOf(searchParams));
  const { subscriptions, total } = await door.call(userPlanProcedures.subscriptions, {
    ...{ state, planId, page, size },
  });
  const from = (page - 1) * size;
  const to = from + subscriptions.length;
  return (
    <Worded areas={['plans', 'userPlans']}>
      <PageFrame
        title={title}
        description={t('Who has which plan, what changed last first.')}
        breadcrumb={
          <Breadcrumb
            label={t('Where this is')}
            crumbs={[{ label: t('Plans for my users'), href: '/settings/user-plans' }]}
          />
        }
      >
        <StateLinks state={state} planId={planId} />
        {subscriptions.length === 0 ? (
          <EmptyState
            title={t('Nobody here')}
            description={t('Whoever signs a plan or asks for one stands here, with every step.')}
          />
        ) : (
          <>
            <SubscriptionTable subscriptions={subscriptions} reader={readerOf(door)} />
            <Pagination
              {...{ from: from + 1, to, total, locale: t.language }}
              {...(page > 1 && { previousHref: hrefOf({ state, planId, page: page - 1 }) })}
              {...(to < total && { nextHref: hrefOf({ state, planId, page: page + 1 }) })}
            />
          </>
        )}
      </PageFrame>
    </Worded>
  );
}

// Whatever an address says beside this means everything.
const Query = z.object({
  state: State.optional().catch(undefined),
  planId: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
