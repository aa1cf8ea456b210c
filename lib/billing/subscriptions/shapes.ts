import { z } from 'zod';
import { subscriptionStates } from '@/db/schema/control';
import { limitNames } from '../limit-names';

export const State = z.enum(subscriptionStates);

export const LimitHere = z.strictObject({
  name: z.enum(limitNames),
  used: z.number(),
  /** Null for any number. */
  max: z.number().nullable(),
  kind: z.enum(['hard', 'soft']),
  standing: z.enum(['fine', 'near', 'full', 'over']),
  because: z.enum(['staff', 'suspended', 'plan', 'unlimited']),
  /** Until when and why staff say so, and what would be without their word; null for any number. */
  byStaff: z
    .strictObject({
      endsAt: z.coerce.date().nullable(),
      reason: z.string(),
      instead: z.number().nullable(),
    })
    .nullable(),
});
export type LimitHere = z.output<typeof LimitHere>;

/** A subscription as it stands, with what was planned for later. */
export const SubscriptionView = z.strictObject({
  id: z.uuid(),
  planId: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  state: State,
  revision: z.number().int(),
  note: z.string(),
  askedByName: z.string(),
  createdAt: z.coerce.date(),
  changedAt: z.coerce.date(),
  nextState: State.nullable(),
  nextAt: z.coerce.date().nullable(),
  nextReason: z.string().nullable(),
});
export type SubscriptionView = z.output<typeof SubscriptionView>;

/** When it takes effect; null for at once. */
export const At = z.coerce
  .date()
  .refine((at) => at.getTime() < Date.now() + 2 * 366 * 86_400_000, 'At most two years ahead.')
  .refine((at) => at.getTime() > Date.now() - 86_400_000, 'This is in the past.')
  .nullable();

/** When what holds last changed, as whoever changes it saw it; null where nothing holds. */
export const Seen = z.coerce.date().nullable();

export const Step = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  version: z.number().int(),
  fromState: State.nullable(),
  toState: State,
  reason: z.string(),
  byName: z.string(),
  at: z.coerce.date(),
});
export type Step = z.output<typeof Step>;

export const Turned = z.strictObject({ id: z.uuid(), revision: z.number().int(), state: State });
