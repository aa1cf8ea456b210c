import { z } from 'zod';
import { stripeInvoiceStates, stripeRefundKinds } from '@/db/schema/control';

const Id = z.string().min(1).max(255);
const At = z.coerce.date();
const Amount = z.number().int();

export const SubscriptionTold = z.strictObject({
  id: Id,
  /** The one of ours that it says it pays for; what it says is to be looked at first. */
  ours: z.uuid().nullable(),
  status: z.string().min(1).max(50),
  items: z
    .array(
      z.strictObject({
        id: Id,
        /** The key of its price, or as much of it as names the plan and its version; else empty. */
        key: z.string().max(255),
        quantity: z.number().int().min(0).nullable(),
      }),
    )
    .max(100),
  periodStart: At.nullable(),
  periodEnd: At.nullable(),
  trialEnd: At.nullable(),
  cancelAt: At.nullable(),
});
export type SubscriptionTold = z.output<typeof SubscriptionTold>;

export const InvoiceTold = z.strictObject({
  id: Id,
  number: z.string().max(255).nullable(),
  status: z.enum(stripeInvoiceStates),
  currency: z.string().regex(/^[a-z]{3}$/),
  total: Amount,
  amountPaid: Amount,
  amountRemaining: Amount,
  periodStart: At,
  periodEnd: At,
  issuedAt: At,
  dueAt: At.nullable(),
  tries: z.number().int().min(0).max(10_000),
  nextTryAt: At.nullable(),
  pageUrl: z.url().max(2_000).nullable(),
  pdfUrl: z.url().max(2_000).nullable(),
});
export type InvoiceTold = z.output<typeof InvoiceTold>;

/** Money that was given back: a credit note, or a charge of which more was given back than before. */
export const RefundTold = z.strictObject({
  kind: z.enum(stripeRefundKinds),
  id: Id,
  number: z.string().max(255).nullable(),
  currency: z.string().regex(/^[a-z]{3}$/),
  amount: Amount.min(1),
  /** As much of it as went back the way it came. */
  refunded: Amount.min(0),
  /** Those that it consists of, as far as Stripe names them. */
  refundIds: z.array(Id).max(50).default([]),
  at: At,
});
export type RefundTold = z.output<typeof RefundTold>;

/** From where we have it: an event, with the second in which it happened, or a look at what is there. */
export const Word = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), id: Id, type: z.string().min(1).max(100), at: At }),
  z.strictObject({
    kind: z.literal('look'),
    /** By our clock. */
    begunAt: At,
    /** By Stripe's clock: what happened before is in it. */
    knownAt: At,
  }),
]);
export type Word = z.output<typeof Word>;

/** What Stripe tells of one customer. */
export const Told = z.strictObject({
  customer: Id,
  word: Word,
  subscriptions: z.array(SubscriptionTold).max(1_000),
  invoices: z.array(InvoiceTold).max(1_000),
  refunds: z.array(RefundTold).max(10).default([]),
  /** Whether it may not be all: the operator is to look. */
  inDoubt: z.boolean(),
});
export type Told = z.output<typeof Told>;
/** As it is handed in. */
export type Telling = z.input<typeof Told>;
