import { and, desc, eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { subscriptionChanges } from '@/db/schema/control';
import type { SubscriptionState } from './states';

interface Step {
  from: SubscriptionState | null;
  to: SubscriptionState;
  byStripe: boolean;
}

/**
 * What a subscription of a tenant became last, and whether by Stripe's word. What was only noted of it
 * is no step.
 */
export async function findLastStep(
  db: ControlDb,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<Step | undefined> {
  const c = subscriptionChanges;
  const [last] = await db
    .select({ from: c.fromState, to: c.toState, byStripe: c.byStripe })
    .from(c)
    .where(
      and(
        ...[eq(c.tenantId, tenantId), eq(c.subscriptionId, id)],
        sql`${c.fromState} is distinct from ${c.toState}`,
      ),
    )
    .orderBy(desc(c.revision))
    .limit(1);
  return last;
}
