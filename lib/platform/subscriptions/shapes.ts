import { z } from 'zod';
import { PlanChanges } from '../../billing/changes';
import { OwedBack } from '../../billing/stripe/owed';
import {
  At,
  LimitHere,
  Seen,
  State,
  Step,
  SubscriptionView,
} from '../../billing/subscriptions/shapes';
import { tiers } from '../../tenancy/tiers';
import { OverrideView } from '../limits/shapes';
import { Reason } from '../reason';

export const TenantOf = z.strictObject({ id: z.uuid() });

export const TenantPlan = z.strictObject({
  held: SubscriptionView.nullable(),
  signing: SubscriptionView.nullable(),
  /** Null while the server of the tenant does not answer. */
  limits: z.array(LimitHere).nullable(),
  /** What staff said of its limits, newest first. */
  overrides: z.array(OverrideView),
  /** What holds for it where it is on no plan; null for everything, without limits. */
  fallback: z.strictObject({ name: z.string(), version: z.number().int() }).nullable(),
  tier: z.enum(tiers).nullable(),
  back: OwedBack,
  history: z.array(Step),
  /** Plans with a version that can be signed, at their newest. */
  choices: z.array(
    z.strictObject({ planId: z.uuid(), name: z.string(), version: z.number().int() }),
  ),
});
export type TenantPlan = z.output<typeof TenantPlan>;

const Version = z.number().int().min(1).max(1_000_000);
const Revision = z.number().int().min(1).max(1_000_000_000);

export const Placing = TenantOf.extend({
  planId: z.uuid(),
  version: Version,
  heldSeen: Seen,
  at: At,
  reason: Reason,
});

export const Turning = TenantOf.extend({
  subscriptionId: z.uuid(),
  revision: Revision,
  to: State,
  at: At,
  reason: Reason,
});

export const Unplanning = TenantOf.extend({
  subscriptionId: z.uuid(),
  revision: Revision,
  reason: Reason,
});

/** Another plan, or what holds in another state. */
export const Foreseeing = TenantOf.extend({
  wish: z.union([
    z.strictObject({ planId: z.uuid(), version: Version }),
    z.strictObject({ to: z.enum(['signed', 'suspended', 'unsigned']) }),
  ]),
});
export const Foreseen = z.strictObject({ changes: PlanChanges });
