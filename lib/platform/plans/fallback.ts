import { and, desc, eq, inArray, ne, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { fallbackPlans, plans, subscriptions, tenants } from '@/db/schema/control';
import { findFallback, holding } from '../../billing/held-plan';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { Reason } from '../reason';
import { versionOf } from './version';

const Version = z.strictObject({
  planId: z.uuid(),
  version: z.number().int().min(1).max(1_000_000),
});

const Said = z.strictObject({
  id: z.uuid(),
  /** Null for everything, without limits. */
  plan: z.strictObject({ id: z.uuid(), name: z.string(), version: z.number().int() }).nullable(),
  reason: z.string(),
  byName: z.string(),
  createdAt: z.coerce.date(),
});

export const Fallback = z.strictObject({
  plan: Said.shape.plan,
  /** Tenants that are on no plan, for which it holds. */
  tenants: z.number().int(),
  /** What was said so far, newest first. */
  history: z.array(Said),
});
export type Fallback = z.output<typeof Fallback>;

export const FallbackWish = z.strictObject({
  /** Null for everything, without limits. */
  plan: Version.nullable(),
  /** What was said last, as it was seen; null where nothing was. */
  seen: z.uuid().nullable(),
  reason: Reason,
});

const shown = 20;

/** What holds for tenants that are on no plan, and for how many. */
export async function getFallback({ db }: PlatformCtx): Promise<z.input<typeof Fallback>> {
  const { id, version, reason, byName, createdAt } = fallbackPlans;
  const rows = await db
    .select({ id, version, reason, byName, createdAt, plan: { id: plans.id, name: plans.name } })
    .from(fallbackPlans)
    .leftJoin(plans, eq(plans.id, fallbackPlans.planId))
    .orderBy(desc(fallbackPlans.position))
    .limit(shown);
  const plan = await findFallback(db);
  return {
    plan: plan && { id: plan.id, name: plan.name, version: plan.version },
    tenants: await countUnsubscribed(db),
    history: rows.map(({ plan: of, version: at, ...said }) => ({
      ...said,
      plan: of && at !== null ? { ...of, version: at } : null,
    })),
  };
}

/**
 * Says what holds for tenants that are on no plan, from the next of their requests on. Nothing is deleted:
 * what is too much then stays. Throws `not_found`, `precondition` for a plan that is archived, `conflict`.
 */
export async function setFallback(
  ctx: PlatformCtx,
  { plan: wish, seen, reason }: z.output<typeof FallbackWish>,
): Promise<z.input<typeof Fallback>> {
  const { db, staff } = ctx;
  await inFallbackTurn(db);
  const [last] = await db
    .select({ id: fallbackPlans.id })
    .from(fallbackPlans)
    .orderBy(desc(fallbackPlans.position))
    .limit(1);
  if ((last?.id ?? null) !== seen) {
    throw new AppError('conflict', 'Somebody else changed this meanwhile. Look again.');
  }
  const plan = wish && (await versionOf(db, wish));
  if (plan?.archived) throw new AppError('precondition', 'This plan is archived.');
  const before = await findFallback(db);
  const said = { planId: plan?.id ?? null, version: plan?.version ?? null };
  await db.insert(fallbackPlans).values({ ...said, reason, byName: staff.name });
  const tenantCount = await countUnsubscribed(db);
  ctx.about('plan', plan?.id ?? null, {
    ...{ from: before?.name ?? null, to: plan?.name ?? null },
    ...{ version: plan?.version ?? null, tenants: tenantCount },
  });
  return await getFallback(ctx);
}

/** Two of the staff who say what holds, or archive what may hold, wait for each other. */
export const inFallbackTurn = (db: ControlDb) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended('fallback plan', 0))`);

/** Tenants that are not closed and that nobody put on a plan. */
async function countUnsubscribed(db: ControlDb): Promise<number> {
  const held = db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(and(eq(subscriptions.tenantId, tenants.id), inArray(subscriptions.state, [...holding])));
  return await db.$count(tenants, and(ne(tenants.status, 'closed'), notExists(held)));
}
