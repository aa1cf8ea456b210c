import { z } from 'zod';
import { limitNames } from '../../billing/limit-names';
import { At } from '../../billing/subscriptions/shapes';
import { Limit } from '../../billing/terms';
import { TenantWithReason } from '../tenants/lifecycle';

const Which = TenantWithReason.extend({ name: z.enum(limitNames) });

export const Overriding = Which.extend({
  /** Null for any number. Less than there is lets nothing more in and deletes nothing. */
  max: Limit.shape.max.nullable(),
  /** From when on the plan says so again; null for no end. */
  endsAt: At.refine((at) => at === null || at.getTime() > Date.now(), 'This is in the past.'),
});

export const Lifting = Which;

export const Overridden = z.strictObject({
  id: z.uuid(),
  name: z.enum(limitNames),
  max: z.number().nullable(),
});

/** What staff said of a limit, and what became of it. */
export const OverrideView = z.strictObject({
  id: z.uuid(),
  name: z.enum(limitNames),
  max: z.number().nullable(),
  reason: z.string(),
  byName: z.string(),
  createdAt: z.coerce.date(),
  endsAt: z.coerce.date().nullable(),
  endedAt: z.coerce.date().nullable(),
  endedByName: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Whether it holds at this moment. */
  holds: z.boolean(),
});
export type OverrideView = z.output<typeof OverrideView>;
