import { and, count, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import {
  memberships,
  userPlans,
  userSubscriptionChanges,
  userSubscriptions,
  users,
} from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { userVersionOf } from './read';
import type {
  SubscriptionDetail,
  SubscriptionQuery,
  SubscriptionsPage,
  UserPlanId,
  UserSubscription,
} from './shapes';

const s = userSubscriptions;

const columns = {
  ...{ id: s.id, membershipId: s.membershipId, planId: s.planId, name: userPlans.name },
  ...{ version: s.version, state: s.state, revision: s.revision, note: s.note },
  ...{ askedByName: s.askedByName, createdAt: s.createdAt, changedAt: s.changedAt },
  ...{ nextState: s.nextState, nextAt: s.nextAt, nextReason: s.nextReason },
  nextBySelf: s.nextBySelf,
  // By the row that is joined, so that who left has no name rather than an empty one.
  member: { name: users.name, email: users.email },
};

const found = (db: ControlDb) =>
  db
    .select(columns)
    .from(s)
    .innerJoin(userPlans, eq(userPlans.id, s.planId))
    .leftJoin(memberships, eq(memberships.id, s.membershipId))
    .leftJoin(users, eq(users.id, memberships.userId));

/** Subscriptions of members, what changed last first, a page at a time. */
export async function listSubscriptions(
  { db }: ControlCtx,
  { planId, state, page, size }: z.output<typeof SubscriptionQuery>,
): Promise<z.input<typeof SubscriptionsPage>> {
  const where = and(
    planId ? eq(s.planId, planId) : undefined,
    state ? eq(s.state, state) : undefined,
  );
  const [subscriptions, counted] = await db.batch([
    found(db)
      .where(where)
      .orderBy(desc(s.changedAt), desc(s.id))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ total: count() }).from(s).where(where),
  ]);
  return { subscriptions, total: counted[0]?.total ?? 0 };
}

/** One subscription with its steps. Throws `not_found`. */
export async function getSubscription(
  { db }: ControlCtx,
  { id }: z.output<typeof UserPlanId>,
): Promise<z.input<typeof SubscriptionDetail>> {
  const one = await findSubscription(db, id);
  const { terms } = await userVersionOf(db, one);
  const c = userSubscriptionChanges;
  const steps = await db
    .select({
      ...{ id: c.id, fromState: c.fromState, toState: c.toState },
      ...{ reason: c.reason, byName: c.byName, at: c.at },
    })
    .from(c)
    .where(eq(c.subscriptionId, id))
    .orderBy(desc(c.revision));
  const { name, version } = one;
  return {
    ...one,
    prices: terms.prices,
    steps: steps.map((step) => ({ ...step, name, version })),
  };
}

/** Throws `not_found`. */
export async function findSubscription(
  db: ControlDb,
  id: string,
): Promise<z.input<typeof UserSubscription>> {
  const [one] = await found(db).where(eq(s.id, id));
  if (!one) throw notFound('This subscription');
  return one;
}

/** Throws `not_found` for who is no member. */
export async function refuseNoMember(db: ControlDb, membershipId: string): Promise<void> {
  const [member] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.id, membershipId))
    // Nobody leaves before what they sign is written.
    .for('key share');
  if (!member) throw notFound('This member');
}
