import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { moves, placements, planVersions, subscriptions, tierRequests } from '@/db/schema/control';
import type { Tier } from '../tenancy/tiers';
import { holding } from './held-plan';
import { findLastStep } from './subscriptions/last-step';
import { PlanTerms } from './terms';

/** Who says so in the history of what Stripe brought about. */
export const stripeWord = { byName: 'Stripe', byStripe: true } as const;

interface Own {
  tenantId: string;
  id: string;
}

/**
 * Why the platform alone may sign what a tenant pays for: somebody but Stripe suspended what holds, or
 * planned a step for it, or the data stands, or is on its way, behind walls that do not come with the plan.
 * Null where nothing of that is so.
 */
export async function whyLeftToStaff(db: ControlDb, own: Own): Promise<string | null> {
  const { tenantId, id } = own;
  const s = subscriptions;
  const open = await db
    .select({
      ...{ id: s.id, state: s.state, nextAt: s.nextAt, planId: s.planId, version: s.version },
    })
    .from(s)
    .where(and(eq(s.tenantId, tenantId), inArray(s.state, [...holding, 'signing'])));
  const held = open.find((one) => one.state !== 'signing' && one.id !== id);
  if (held?.nextAt) return 'A step is planned for the plan that holds.';
  if (held?.state === 'suspended' && !(await isByStripe(db, { tenantId, id: held.id }))) {
    return 'The plan that holds was suspended.';
  }
  const wish = open.find((one) => one.id === id);
  if (!wish) return null;
  const v = planVersions;
  const [found] = await db
    .select({ terms: v.terms })
    .from(v)
    .where(and(eq(v.planId, wish.planId), eq(v.version, wish.version)));
  const { tiers } = PlanTerms.parse(found?.terms ?? {});
  const walls = await wallsOf(db, tenantId);
  const isWithin = walls.every((tier) => tiers.includes(tier));
  return isWithin ? null : 'The data stands behind walls that do not come with this plan.';
}

/** Where the data stands, where it is moved, and where it was asked to be. */
export async function wallsOf(db: ControlDb, tenantId: string): Promise<Tier[]> {
  const { state, tier } = tierRequests;
  const places = await db
    .select({ tier: placements.tier })
    .from(placements)
    .where(eq(placements.tenantId, tenantId));
  const open = await db
    .select({ tier: moves.targetTier })
    .from(moves)
    .where(and(eq(moves.tenantId, tenantId), isNull(moves.finishedAt)));
  const asked = await db
    .select({ tier })
    .from(tierRequests)
    .where(and(eq(tierRequests.tenantId, tenantId), eq(state, 'waiting')));
  return [...places, ...open, ...asked].map((one) => one.tier);
}

async function isByStripe(db: ControlDb, own: Own): Promise<boolean> {
  const last = await findLastStep(db, own);
  return last?.to === 'suspended' && last.byStripe;
}
