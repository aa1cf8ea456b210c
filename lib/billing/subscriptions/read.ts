import { and, desc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { AppError } from '../../errors';
import { allowanceOf, type Entitled, standingOf } from '../entitlements';
import { limitNames } from '../limit-names';
import type { Used } from '../used';
import { bookOfTenant } from './book';
import type { LimitHere, Seen, Step, SubscriptionView } from './shapes';

const shownSteps = 50;

/** What holds or is being signed for a tenant, or for whom the book is of. */
export async function openSubscriptions(
  db: ControlDb,
  tenantId: string,
  { rows: s, plans, own } = bookOfTenant(tenantId),
) {
  const open: z.input<typeof SubscriptionView>[] = await db
    .select({
      ...{ id: s.id, planId: s.planId, name: plans.name, version: s.version, state: s.state },
      ...{ revision: s.revision, note: s.note, askedByName: s.askedByName },
      ...{ createdAt: s.createdAt, changedAt: s.changedAt },
      ...{ nextState: s.nextState, nextAt: s.nextAt, nextReason: s.nextReason },
    })
    .from(s)
    .innerJoin(plans, eq(plans.id, s.planId))
    .where(and(own, ne(s.state, 'unsigned')));
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

/** The last steps of all subscriptions of a tenant, or of whom the book is of, newest first. */
export const listSteps = (
  db: ControlDb,
  tenantId: string,
  { rows: s, changes, plans, own } = bookOfTenant(tenantId),
): Promise<z.input<typeof Step>[]> =>
  db
    .select({
      ...{ id: changes.id, name: plans.name, version: s.version },
      ...{ fromState: changes.fromState, toState: changes.toState },
      ...{ reason: changes.reason, byName: changes.byName },
      at: changes.at,
    })
    .from(changes)
    .innerJoin(s, and(eq(s.tenantId, changes.tenantId), eq(s.id, changes.subscriptionId)))
    .innerJoin(plans, eq(plans.id, s.planId))
    .where(own)
    .orderBy(desc(changes.at), desc(changes.id))
    .limit(shownSteps);

/** Every limit with how much there is. */
export const limitsHere = (entitled: Entitled, used: Used): z.input<typeof LimitHere>[] =>
  limitNames.map((name) => {
    const allowance = allowanceOf(name, entitled);
    const { max, kind, because } = allowance;
    const staff = because === 'staff' ? entitled.overrides[name] : undefined;
    const { max: instead } = allowanceOf(name, { ...entitled, overrides: {} });
    return {
      ...{ name, used: used[name], max, kind, because },
      byStaff: staff ? { endsAt: staff.endsAt, reason: staff.reason, instead } : null,
      standing: standingOf(allowance, used[name]),
    };
  });
