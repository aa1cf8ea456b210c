import { z } from 'zod';
import { stripeAskKinds, stripeAskStates } from '@/db/schema/control';
import { Charge } from '../charges';

const Line = z.strictObject({ description: z.string(), amount: z.number() });

/** What a change of plan costs, in the smallest unit of its currency. */
export const Figures = z.strictObject({
  currency: z.string(),
  /** What is taken at once. */
  now: z.number(),
  /** What the next invoice comes to, or the one of now. */
  total: z.number(),
  nextAt: z.coerce.date(),
  lines: z.array(Line),
  /** To which second of 1970 it is set off. */
  at: z.number().int(),
});
export type Figures = z.output<typeof Figures>;

/** What was asked of Stripe, and what came of it. */
export const Asked = z.strictObject({
  id: z.uuid(),
  kind: z.enum(stripeAskKinds),
  state: z.enum(stripeAskStates),
  /** A page of Stripe to go to. */
  url: z.url().nullable(),
  /** Whether it was paid there already. */
  paid: z.boolean(),
  figures: Figures.nullable(),
  /** What Stripe said against it, or that it does not answer. */
  fault: z.string().nullable(),
  /** Whether it waits longer than it should. */
  isLate: z.boolean(),
});
export type Asked = z.output<typeof Asked>;

/** How what holds is paid for. */
const Paid = z.strictObject({
  charge: Charge,
  status: z.string(),
  periodEnd: z.coerce.date().nullable(),
  trialEnd: z.coerce.date().nullable(),
  /** When it ends, where that was asked for. */
  cancelAt: z.coerce.date().nullable(),
});

export const Payment = z.strictObject({
  /** Whether Stripe knows this workspace, so that cards and invoices can be looked after there. */
  isKnown: z.boolean(),
  paid: Paid.nullable(),
  /** What was last asked for to have signed what is being signed. */
  asked: Asked.nullable(),
});
export type Payment = z.output<typeof Payment>;

export const AskId = z.strictObject({ id: z.uuid() });
export const Asking = z.strictObject({ askId: z.uuid() });
