import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { PageFrame } from '@/components/ui/page-frame';
import { openConsolePage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { platformPlansProcedures } from '@/lib/platform/plans/procedures';
import { FallbackSection } from './fallback-section';
import { NewPlan } from './new-plan';
import { PlanMatrix } from './plan-matrix';
import { TellStripe } from './tell-stripe';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('plans');
  return { title: t('Plans') };
}

export default async function Plans() {
  const t = await wording('plans');
  const door = await openConsolePage();
  const { plans } = await door.call(platformPlansProcedures.list, {});
  const fallback = await door.call(platformPlansProcedures.fallback, {});
  return (
    <Worded areas={['plans']}>
      <PageFrame
        title={t('Plans')}
        description={t('What tenants may sign: what each plan gives, and what it costs.')}
        width="wide"
        actions={
          <>
            {plans.length > 0 ? <TellStripe /> : null}
            <NewPlan />
          </>
        }
      >
        {plans.length === 0 ? (
          <EmptyState
            title={t('No plans yet')}
            description={t(
              'Every tenant has everything, without limits. Begin a plan to change that.',
            )}
          />
        ) : (
          <PlanMatrix plans={plans} />
        )}
        <FallbackSection
          fallback={fallback}
          choices={plans.flatMap(({ id, name, archivedAt, published }) =>
            published && !archivedAt ? [{ planId: id, name, version: published.version }] : [],
          )}
        />
      </PageFrame>
    </Worded>
  );
}
