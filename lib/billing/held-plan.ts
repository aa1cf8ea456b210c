import { and, eq, inArray } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { plans, planVersions, subscriptions } from '@/db/schema/control';
import type { Caller } from '../doors/facts';
import type { Entitled } from './entitlements';
import { findOverrides } from './overrides';
import type { PlanFacts, PlanTerms } from './terms';

interface Asking {
  caller: Caller;
  readControl: <T>(read: (db: ControlDb) => Promise<T>) => Promise<T>;
}

/** Who calls, with the plan and its limits as they are by now: for work that may have begun long ago. */
export const callerNow = async ({ caller, readControl }: Asking): Promise<Caller> => ({
  ...caller,
  ...(await readControl((db) => findEntitled(db))),
});

/** What is said of limits of the tenant in scope, or of the one named. */
export const findEntitled = async (db: ControlDb, tenantId?: string): Promise<Entitled> => ({
  plan: await findHeldPlan(db, tenantId),
  overrides: await findOverrides(db, tenantId),
});

export const holding = ['signed', 'suspended'] as const;

/** The plan that holds for the tenant in scope, or for the one named; null where there is none. */
export async function findHeldPlan(db: ControlDb, tenantId?: string): Promise<PlanFacts | null> {
  const [held] = await db
    .select({
      id: plans.id,
      name: plans.name,
      version: subscriptions.version,
      state: subscriptions.state,
      terms: planVersions.terms,
    })
    .from(subscriptions)
    .innerJoin(plans, eq(plans.id, subscriptions.planId))
    .innerJoin(
      planVersions,
      and(
        eq(planVersions.planId, subscriptions.planId),
        eq(planVersions.version, subscriptions.version),
      ),
    )
    .where(
      and(
        inArray(subscriptions.state, [...holding]),
        tenantId === undefined ? undefined : eq(subscriptions.tenantId, tenantId),
      ),
    );
  if (!held) return null;
  const { state, terms, ...plan } = held;
  return {
    ...plan,
    state: state === 'suspended' ? 'suspended' : 'signed',
    terms: terms as PlanTerms,
  };
}
