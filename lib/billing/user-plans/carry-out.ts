import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { userPlans, userSubscriptions } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { bookOfMember } from '../subscriptions/book';
import type { CarriedOut, PlannedStep } from '../subscriptions/carry-out';
import { inTurn, turn } from '../subscriptions/turn';
import { newsOf, tellMember } from './tell';

const s = userSubscriptions;

/** Takes the step that was planned for a member, unless something else was done or planned since. */
export async function carryOutForMember(
  ctx: ControlCtx,
  { id, revision }: z.output<typeof PlannedStep>,
): Promise<z.input<typeof CarriedOut>> {
  const { db, tenant } = ctx;
  const [whose] = await db.select({ membershipId: s.membershipId }).from(s).where(eq(s.id, id));
  if (!whose) return { done: false };
  const book = bookOfMember(tenant.id, whose.membershipId);
  await inTurn(db, book.turnOf);
  const [planned] = await db
    .select({
      ...{ plan: userPlans.name, from: s.state, to: s.nextState, bySelf: s.nextBySelf },
      ...{ reason: s.nextReason, byName: s.nextByName },
    })
    .from(s)
    .innerJoin(userPlans, eq(userPlans.id, s.planId))
    .where(and(eq(s.id, id), eq(s.revision, revision)));
  if (!planned?.to) return { done: false };
  const { plan, from, to } = planned;
  const word = { reason: planned.reason ?? '', byName: planned.byName ?? '' };
  await turn(db, { tenantId: tenant.id, id, revision, to, ...word }, book);
  ctx.about('subscription', id, { member: whose.membershipId, plan, to, reason: word.reason });
  if (!planned.bySelf) await tellMember(ctx, { ...whose, plan, news: newsOf(from, to) });
  return { done: true };
}
