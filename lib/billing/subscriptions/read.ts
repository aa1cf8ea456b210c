import { and, desc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { plans, subscriptionChanges, subscriptions } from '@/db/schema/control';
import { AppError } from '../../errors';
import { allowanceOf, standingOf } from '../entitlements';
import { limitNames } from '../limit-names';
import type { PlanFacts } from '../terms';
import type { Used } from '../used';
import type { LimitHere, Seen, Step, SubscriptionView } from './shapes';

const s = subscriptions;
const shownSteps = 50;

/** What holds or is being signed for a tenant. */
export async function openSubscriptions(db: ControlDb, tenantId: string) {
  const open: z.input<typeof SubscriptionView>[] = await db
    .select({
      ...{ id: s.id, planId: s.planId, name: plans.name, version: s.version, state: s.state },
      ...{ revision: s.revision, note: s.note, askedByName: s.askedByName },
      ...{ createdAt: s.createdAt, changedAt: s.changedAt },
      ...{ nextState: s.nextState, nextAt: s.nextAt, nextReason: s.nextReason },
    })
    .from(s)
    .innerJoin(plans, eq(plans.id, s.planId))
    .where(and(eq(s.tenantId, tenantId), ne(s.state, 'unsigned')));
  return {
    held: open.find(({ state }) => state !== 'signing') ?? null,
    signing: open.find(({ state }) => state === 'signing') ?? null,
  };
}

/** Throws `conflict` where what holds is not as whoever changes it saw it. */
export function refuseMoved(
  held: z.input<typeof SubscriptionView> | null,
  seen: z.output<typeof Seen>,
): void {
  const now = held && z.coerce.date().parse(held.changedAt);
  if (now?.getTime() === seen?.getTime()) return;
  throw new AppError('conflict', 'Somebody else changed this meanwhile. Look again.');
}

/** The last steps of all subscriptions of a tenant, newest first. */
export const listSteps = (db: ControlDb, tenantId: string): Promise<z.input<typeof Step>[]> =>
  db
    .select({
      ...{ id: subscriptionChanges.id, name: plans.name, version: s.version },
      ...{ fromState: subscriptionChanges.fromState, toState: subscriptionChanges.toState },
      ...{ reason: subscriptionChanges.reason, byName: subscriptionChanges.byName },
      at: subscriptionChanges.at,
    })
    .from(subscriptionChanges)
    .innerJoin(
      s,
      and(
        eq(s.tenantId, subscriptionChanges.tenantId),
        eq(s.id, subscriptionChanges.subscriptionId),
      ),
    )
    .innerJoin(plans, eq(plans.id, s.planId))
    .where(eq(subscriptionChanges.tenantId, tenantId))
    .orderBy(desc(subscriptionChanges.at), desc(subscriptionChanges.id))
    .limit(shownSteps);

/** Every limit with how much there is. */
export const limitsHere = (
  plan: PlanFacts | null,
  used: Used,
  staffSeats: number | undefined,
): z.input<typeof LimitHere>[] =>
  limitNames.map((name) => {
    const allowance = allowanceOf(name, {
      plan,
      staff: name === 'members' ? staffSeats : undefined,
    });
    const { max, kind, because } = allowance;
    return {
      ...{ name, used: used[name], max, kind, because },
      standing: standingOf(allowance, used[name]),
    };
  });
