import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { controlOutbox } from '@/db/schema/control';
import { openSubscriptions, refuseMoved } from '../../billing/subscriptions/read';
import type { Turned } from '../../billing/subscriptions/shapes';
import { begin, inTurn, schedule, turn, unschedule } from '../../billing/subscriptions/turn';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { versionOf } from '../plans/version';
import { tellTenant } from '../tenants/tell-tenant';
import { refuseUnknown } from './read';
import type { Placing, Turning, Unplanning } from './shapes';

type Result = z.input<typeof Turned>;

/**
 * Puts a tenant on a version of a plan, at once or later; what it was on ends then, and what was being
 * signed is given up. Throws `not_found`, `precondition`, `conflict`.
 */
export async function putOnPlan(
  ctx: PlatformCtx,
  { id, planId, version, heldSeen, at, reason }: z.output<typeof Placing>,
): Promise<Result> {
  const { db } = ctx;
  await refuseUnknown(db, id);
  await inTurn(db, id);
  const { held } = await openSubscriptions(db, id);
  refuseMoved(held, heldSeen);
  const plan = await versionOf(db, { planId, version });
  if (plan.archived) throw archived();
  if (held?.planId === planId && held.version === version) {
    throw new AppError('precondition', 'This tenant is on this plan already.');
  }
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
  await inTurn(db, id);
  if (to === 'signed') await refuseArchived(db, id, subscriptionId);
  const turned = at ? await planned(db, { ...step, at }) : await turn(db, step);
  await tell(ctx, 'platform.subscriptions.turn', { id, reason, to, at });
  return turned;
}

/**
 * Takes back what was planned for later. What staff began and nobody asked for is given up with it.
 * Throws `not_found`, `conflict`, `precondition`.
 */
export async function unplanStep(
  ctx: PlatformCtx,
  { id, subscriptionId, revision, reason }: z.output<typeof Unplanning>,
): Promise<Result> {
  const { db } = ctx;
  await refuseUnknown(db, id);
  await inTurn(db, id);
  const { signing } = await openSubscriptions(db, id);
  const own = signing?.id === subscriptionId && signing.nextAt && signing.askedByName === byline;
  const seen = { tenantId: id, id: subscriptionId, revision };
  const kept = own
    ? await turn(db, { ...seen, to: 'unsigned', byName: byline, reason })
    : await unschedule(db, seen);
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

const archived = () => new AppError('precondition', 'This plan is archived.');

/** Nobody new gets an archived plan, whoever asked for it before. */
async function refuseArchived(db: ControlDb, tenantId: string, id: string): Promise<void> {
  const { signing } = await openSubscriptions(db, tenantId);
  if (signing?.id !== id) return;
  if ((await versionOf(db, signing)).archived) throw archived();
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
