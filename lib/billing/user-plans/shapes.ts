import { z } from 'zod';
import { Reason } from '../../access/people/member';
import { RoleName } from '../../access/roles/role';
import { FlatPrices } from '../prices';
import { At, Seen, State, Step, SubscriptionView } from '../subscriptions/shapes';
import { UserPlanTerms } from './terms';

const PlanName = z
  .string()
  .trim()
  .min(2, 'Enter a name of at least 2 letters.')
  .max(60, 'Keep this under 60 characters.')
  .refine((name) => !/\p{Cc}/u.test(name), 'Remove the control characters.');

export const UserPlanId = z.strictObject({ id: z.uuid() });
export const UserPlanAct = UserPlanId.extend({ reason: Reason });
export const NewUserPlan = z.strictObject({ name: PlanName });

/** `revision` is that of the draft that was changed; 0 where there is none yet. */
export const UserPlanDraft = UserPlanId.extend({
  revision: z.number().int().min(0).max(1_000_000_000),
  terms: UserPlanTerms,
});
const Revision = z.number().int().min(1).max(1_000_000_000);
export const UserPlanPublishing = UserPlanAct.extend({ revision: Revision });
export const UserPlanOffer = UserPlanAct.extend({ offered: z.boolean() });

const Version = z.strictObject({
  version: z.number().int(),
  terms: UserPlanTerms,
  changedAt: z.coerce.date(),
  changedByName: z.string(),
  publishedAt: z.coerce.date().nullable(),
  /** Members that it holds for. */
  subscriptions: z.number().int(),
});

export const UserPlanRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  offered: z.boolean(),
  archivedAt: z.coerce.date().nullable(),
  /** The newest that was published. */
  published: Version.nullable(),
  draft: Version.extend({ revision: z.number().int() }).nullable(),
  /** Members on any version, and on one before the newest. */
  subscriptions: z.number().int(),
  grandfathered: z.number().int(),
});
export type UserPlanRow = z.output<typeof UserPlanRow>;

export const UserPlanRows = z.strictObject({ plans: z.array(UserPlanRow) });
export const UserPlanDetail = UserPlanRow.extend({ versions: z.array(Version) });
export type UserPlanDetail = z.output<typeof UserPlanDetail>;

export const UserPlanState = z.strictObject({
  id: z.uuid(),
  revision: z.number().int(),
  version: z.number().int(),
});
export const UserPlanShown = z.strictObject({
  id: z.uuid(),
  offered: z.boolean(),
  archived: z.boolean(),
});

export const SubscriptionQuery = z.strictObject({
  planId: z.uuid().optional(),
  state: State.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});

/** A subscription with whose it is; no name for who is no member any more. */
export const UserSubscription = SubscriptionView.extend({
  membershipId: z.uuid(),
  member: z.strictObject({ name: z.string(), email: z.string() }).nullable(),
  nextBySelf: z.boolean(),
});
export type UserSubscription = z.output<typeof UserSubscription>;

export const SubscriptionsPage = z.strictObject({
  subscriptions: z.array(UserSubscription),
  /** How many match. */
  total: z.number().int(),
});

export const SubscriptionDetail = UserSubscription.extend({
  prices: FlatPrices,
  /** Its own steps, newest first. */
  steps: z.array(Step),
});
export type SubscriptionDetail = z.output<typeof SubscriptionDetail>;

const VersionNumber = z.number().int().min(1).max(1_000_000);

/** What exactly would be another way for one person. */
export const PersonChanges = z.strictObject({
  gained: z.array(RoleName),
  lost: z.array(RoleName),
  /** What they pay by the plan that holds, and what they would; none for nothing. */
  pricesBefore: FlatPrices,
  prices: FlatPrices,
});
export type PersonChanges = z.output<typeof PersonChanges>;

/** Another plan, or what they have in another state. */
export const PersonPreview = z.strictObject({
  /** Id of the membership. */
  memberId: z.uuid(),
  wish: z.union([
    z.strictObject({ planId: z.uuid(), version: VersionNumber }),
    z.strictObject({ subscriptionId: z.uuid(), to: z.enum(['signed', 'suspended', 'unsigned']) }),
  ]),
});
export const PersonPreviewed = z.strictObject({ changes: PersonChanges, heldSeen: Seen });

export const PersonPlacing = z.strictObject({
  memberId: z.uuid(),
  planId: z.uuid(),
  version: VersionNumber,
  heldSeen: Seen,
  at: At,
  reason: Reason,
});

export const PersonTurning = z.strictObject({
  id: z.uuid(),
  revision: Revision,
  to: z.enum(['signed', 'suspended', 'unsigned']),
  at: At,
  reason: Reason,
});

export const PersonUnplanning = z.strictObject({
  id: z.uuid(),
  revision: Revision,
  reason: Reason,
});

export const MyOffer = z.strictObject({
  planId: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  description: z.string(),
  includes: z.array(z.string()),
  prices: FlatPrices,
  signing: z.enum(['self', 'admin']),
  /** Whether this very version holds now. */
  present: z.boolean(),
  changes: PersonChanges,
});
export type MyOffer = z.output<typeof MyOffer>;

/** Whether there is anything to see for who asks. */
export const MyPlanShown = z.strictObject({ shown: z.boolean() });

export const MyPlan = z.strictObject({
  held: SubscriptionView.nullable(),
  signing: SubscriptionView.nullable(),
  /** Of what holds. */
  description: z.string(),
  includes: z.array(z.string()),
  prices: FlatPrices,
  /** What ending it at once would change. */
  ending: PersonChanges,
  /** Whether the planned step is the member's own, who may take it back. */
  nextIsOwn: z.boolean(),
  offers: z.array(MyOffer),
  history: z.array(Step),
});
export type MyPlan = z.output<typeof MyPlan>;

export const MyWish = z.strictObject({
  planId: z.uuid(),
  version: VersionNumber,
  heldSeen: Seen,
  reason: z
    .string()
    .trim()
    .min(2, 'Say why, in a few words.')
    .max(300, 'Keep this under 300 characters.'),
});

export const MySubscription = z.strictObject({ id: z.uuid(), revision: Revision });

export const MyEnding = MySubscription.extend({ at: At, reason: Reason });
