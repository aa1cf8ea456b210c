import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { plans, subscriptions } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { inTurn, turn } from './turn';

export const PlannedStep = z.strictObject({
  id: z.uuid(),
  revision: z.number().int().min(1).max(1_000_000_000),
});

/** Nothing for a job that is run again. */
export const CarriedOut = z.strictObject({ done: z.boolean() }).optional();

const s = subscriptions;

/** Takes the step that was planned, unless something else was done or planned since. */
export async function carryOut(
  { db, tenant, about }: ControlCtx,
  { id, revision }: z.output<typeof PlannedStep>,
): Promise<z.input<typeof CarriedOut>> {
  await inTurn(db, tenant.id);
  const [planned] = await db
    .select({ plan: plans.name, to: s.nextState, reason: s.nextReason, byName: s.nextByName })
    .from(s)
    .innerJoin(plans, eq(plans.id, s.planId))
    .where(and(eq(s.id, id), eq(s.revision, revision)));
  if (!planned?.to) return { done: false };
  const word = { reason: planned.reason ?? '', byName: planned.byName ?? '' };
  await turn(db, { tenantId: tenant.id, id, revision, to: planned.to, ...word });
  about('subscription', id, { plan: planned.plan, to: planned.to, reason: word.reason });
  return { done: true };
}
