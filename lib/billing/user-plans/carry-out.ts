import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { userPlans, userSubscriptions } from '@/db/schema/control';
import { inTurn as inTurnOfRoles } from '../../access/people/last-admin';
import type { ControlCtx } from '../../doors/ctx';
import { mayGrant, permissionsNow } from '../../identity/role-grants';
import { bookOfMember } from '../subscriptions/book';
import type { CarriedOut, PlannedStep } from '../subscriptions/carry-out';
import { inTurn, turn, unschedule } from '../subscriptions/turn';
import { rolesGivenBy } from './roles';
import { newsOf, tellMember } from './tell';

const s = userSubscriptions;

/**
 * Takes the step that was planned for a member, unless something else was done or planned since. A plan
 * that was archived since is not signed any more; one whose roles its planner may not give any more is
 * left to an admin.
 */
export async function carryOutForMember(
  ctx: ControlCtx,
  { id, revision }: z.output<typeof PlannedStep>,
): Promise<z.input<typeof CarriedOut>> {
  const { db, tenant } = ctx;
  const [whose] = await db
    .select({ membershipId: s.membershipId, planId: s.planId, version: s.version })
    .from(s)
    .where(eq(s.id, id));
  if (!whose) return { done: false };
  const { membershipId } = whose;
  const book = bookOfMember(tenant.id, membershipId);
  // Roles before subscribers, as whoever gives them comes by.
  if ((await rolesGivenBy(db, whose)).length > 0) await inTurnOfRoles(db);
  await inTurn(db, book.turnOf);
  const planned = await findPlanned(db, { id, revision });
  if (!planned?.to) return { done: false };
  const { plan, from } = planned;
  const seen = { tenantId: tenant.id, id, revision };
  if (planned.to === 'signed' && !(await mayStillGive(db, { ...whose, by: planned.byId }))) {
    await unschedule(db, seen, book);
    ctx.about('subscription', id, { member: membershipId, plan, left: 'signing' });
    return { done: false };
  }
  const isGone = from === 'signing' && planned.to === 'signed' && planned.archivedAt !== null;
  const to = isGone ? 'unsigned' : planned.to;
  const reason = isGone ? 'The plan was archived' : (planned.reason ?? '');
  await turn(db, { ...seen, to, reason, byName: planned.byName ?? '' }, book);
  ctx.about('subscription', id, { member: membershipId, plan, to, reason });
  if (!planned.bySelf) await tellMember(ctx, { membershipId, plan, news: newsOf(from, to) });
  return { done: true };
}

async function findPlanned(db: ControlDb, { id, revision }: { id: string; revision: number }) {
  const [planned] = await db
    .select({
      ...{ plan: userPlans.name, archivedAt: userPlans.archivedAt, from: s.state },
      ...{ to: s.nextState, bySelf: s.nextBySelf, byId: s.nextById },
      ...{ reason: s.nextReason, byName: s.nextByName },
    })
    .from(s)
    .innerJoin(userPlans, eq(userPlans.id, s.planId))
    .where(and(eq(s.id, id), eq(s.revision, revision)));
  return planned;
}

interface Giving {
  planId: string;
  version: number;
  by: string | null;
}

/** Whether who planned it could give now what it gives: they may have lost that since. */
async function mayStillGive(db: ControlDb, { by, ...key }: Giving): Promise<boolean> {
  const roles = await rolesGivenBy(db, key);
  if (roles.length === 0) return true;
  if (!by) return false;
  const held = await permissionsNow(db, by);
  return roles.every((role) => mayGrant(held, role));
}
