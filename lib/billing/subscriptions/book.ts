import { and, eq, type SQL } from 'drizzle-orm';
import {
  plans,
  subscriptionChanges,
  subscriptions,
  userPlans,
  userSubscriptionChanges,
  userSubscriptions,
} from '@/db/schema/control';

interface Planner {
  nextBySelf: boolean;
  /** Account of whoever it is. */
  nextById: string | null;
}

/** Where the subscriptions of one subscriber stand, of which one holds and one more is being signed. */
export interface Book {
  tenantId: string;
  /** Who changes what this subscriber has waits for others who do. */
  turnOf: string;
  rows: typeof subscriptions;
  changes: typeof subscriptionChanges;
  own: SQL | undefined;
  plans: typeof plans;
  /** What a row says of its subscriber. */
  subscriber: { membershipId?: string };
  /** What a planned step says of who planned it. */
  planner: Partial<Planner>;
}

/** What a tenant has of the platform. */
export const bookOfTenant = (tenantId: string): Book => ({
  ...{ tenantId, turnOf: tenantId, rows: subscriptions, changes: subscriptionChanges },
  ...{ plans, own: eq(subscriptions.tenantId, tenantId), subscriber: {}, planner: {} },
});

/** What a member has of their tenant; written by the member alone or by others. */
export const bookOfMember = (
  tenantId: string,
  membershipId: string,
  { nextBySelf = false, nextById = null }: Partial<Planner> = {},
): Book => ({
  ...{ tenantId, turnOf: membershipId, subscriber: { membershipId } },
  planner: { nextBySelf, nextById },
  // They have all columns that steps are written into, under the same names.
  rows: userSubscriptions as unknown as typeof subscriptions,
  changes: userSubscriptionChanges as unknown as typeof subscriptionChanges,
  plans: userPlans as unknown as typeof plans,
  own: and(
    eq(userSubscriptions.tenantId, tenantId),
    eq(userSubscriptions.membershipId, membershipId),
  ),
});
