import { and, eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { planVersions } from '@/db/schema/control';
import type { Caller } from '../doors/facts';
import type { Entitled } from './entitlements';
import { findOverrides } from './overrides';
import { type PlanFacts, PlanTerms } from './terms';

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

/** The plan that holds for the tenant in scope, or for the one named; null for everything, without limits. */
export async function findHeldPlan(db: ControlDb, tenantId?: string): Promise<PlanFacts | null> {
  const { rows } = await db.execute<{ plan: PlanFacts | null }>(
    sql`select control.plan_facts(${tenantId ? sql`${tenantId}::uuid` : here}) as plan`,
  );
  return rows[0]?.plan ?? null;
}

const here = sql`current_setting('app.tenant')::uuid`;

/** What holds for tenants that are on no plan; null for everything, without limits. */
export async function findFallback(db: ControlDb): Promise<PlanFacts | null> {
  const { rows } = await db.execute<{ plan: PlanFacts | null }>(
    sql`select control.fallback_plan() as plan`,
  );
  return rows[0]?.plan ?? null;
}

/** What a version of a plan says; null where there is none that may be seen. */
export async function termsAt(
  db: ControlDb,
  planId: string,
  version: number,
): Promise<PlanTerms | null> {
  const [found] = await db
    .select({ terms: planVersions.terms })
    .from(planVersions)
    .where(and(eq(planVersions.planId, planId), eq(planVersions.version, version)));
  return found ? PlanTerms.parse(found.terms) : null;
}
