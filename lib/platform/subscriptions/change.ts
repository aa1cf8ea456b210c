import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { controlOutbox, subscriptions } from '@/db/schema/control';
import { holding } from '../../billing/held-plan';
import type { Turned } from '../../billing/subscriptions/shapes';
import { begin, inTurn, schedule, turn, unschedule } from '../../billing/subscriptions/turn';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { tellTenant } from '../tenants/tell-tenant';
import { refuseUnknown, versionOf } from './read';
import type { Placing, Turning, Unplanning } from './shapes';

type Result = z.input<typeof Turned>;

/**
 * Puts a tenant on a version of a plan, at once or later; what it was on ends then, and what was being
 * signed is given up. Throws `not_found`, `precondition`.
 */
export async function putOnPlan(
  ctx: PlatformCtx,
  { id, planId, version, at, reason }: z.output<typeof Placing>,
): Promise<Result> {
  const { db } = ctx;
  await refuseUnknown(db, id);
  const plan = await versionOf(db, { planId, version });
  if (plan.archived) throw new AppError('precondition', 'This plan is archived.');
  await inTurn(db, id);
  await refuseSame(db, { id, planId, version });
  const word = { byName: byline, reason };
  const begun = await begin(db, { tenantId: id, planId, version, ...word });
  const step = { tenantId: id, ...begun, to: 'signed', ...word } as const;
  const turned = at ? await planned(db, { ...step, at }) : await turn(db, step);
  await tell(ctx, 'platform.subscriptions.put', { id, reason, plan: plan.name, version, at });
  return turned;
}

/** Signs, suspends or ends a subscription, at once or later. Throws `not_found`, `conflict`, `precondition`. */
export async function turnSubscription(
  ctx: PlatformCtx,
  { id, subscriptionId, revision, to, at, reason }: z.output<typeof Turning>,
): Promise<Result> {
  const { db } = ctx;
  await refuseUnknown(db, id);
  const step = { tenantId: id, id: subscriptionId, revision, to, byName: byline, reason };
  const turned = at ? await planned(db, { ...step, at }) : await turn(db, step);
  await tell(ctx, 'platform.subscriptions.turn', { id, reason, to, at });
  return turned;
}

/** Takes back what was planned for later. Throws `not_found`, `conflict`, `precondition`. */
export async function unplanStep(
  ctx: PlatformCtx,
  { id, subscriptionId, revision, reason }: z.output<typeof Unplanning>,
): Promise<Result> {
  await refuseUnknown(ctx.db, id);
  const kept = await unschedule(ctx.db, { tenantId: id, id: subscriptionId, revision });
  await tell(ctx, 'platform.subscriptions.unplan', { id, reason });
  return kept;
}

/** Tenants read who of the platform acted in its own audit, by no name. */
const byline = 'Platform staff';

/** The tenant's own worker takes the step when it is time. */
async function planned(db: ControlDb, step: Parameters<typeof schedule>[1]): Promise<Result> {
  const kept = await schedule(db, step);
  await db.insert(controlOutbox).values({
    ...{ tenantId: step.tenantId, job: 'plan.carryOut', availableAt: step.at },
    payload: { id: step.id, revision: kept.revision },
  });
  return kept;
}

async function refuseSame(
  db: ControlDb,
  { id, planId, version }: { id: string; planId: string; version: number },
): Promise<void> {
  const [same] = await db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        ...[eq(subscriptions.tenantId, id), eq(subscriptions.planId, planId)],
        ...[eq(subscriptions.version, version), inArray(subscriptions.state, [...holding])],
      ),
    );
  if (same) throw new AppError('precondition', 'This tenant is on this plan already.');
}

interface Told extends Record<string, unknown> {
  id: string;
  reason: string;
}

async function tell(ctx: PlatformCtx, procedure: string, { id, ...detail }: Told): Promise<void> {
  await tellTenant(ctx, { id, procedure, detail });
  const { reason: _, ...said } = detail;
  ctx.about('tenant', id, said);
}
