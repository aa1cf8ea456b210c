import type Stripe from 'stripe';
import { env } from '../../../env';
import { keyOfPrice } from '../prices';
import { InvoiceTold, RefundTold, SubscriptionTold } from './shapes';

/** Which of our subscriptions one at Stripe names, in its metadata. */
export const ownField = 'rowhouse_subscription';

/**
 * What concerns us of a subscription at Stripe; null where it is not of the shape that the SDK's types
 * describe, as events of another version of the API may be.
 */
export function readSubscription(found: Stripe.Subscription): SubscriptionTold | null {
  return orNull(() => {
    const { id, status, items, metadata, trial_end: trialEnd, cancel_at: cancelAt } = found;
    const ours = metadata[ownField];
    return SubscriptionTold.parse({
      ...{ id, status, ours: ours && uuid.test(ours) ? ours.toLowerCase() : null },
      items: items.data.map((item) => ({
        ...{ id: item.id, key: keyOfPrice(item.price), quantity: item.quantity ?? null },
      })),
      periodStart: least(items.data.map((item) => item.current_period_start)),
      periodEnd: least(items.data.map((item) => item.current_period_end)),
      ...{ trialEnd: at(trialEnd), cancelAt: at(cancelAt) },
    });
  });
}

/** The same of an invoice. */
export function readInvoice(found: Stripe.Invoice): InvoiceTold | null {
  return orNull(() => {
    const { lines, status_transitions: turns } = found;
    const periods = lines.data.map(({ period }) => period);
    return InvoiceTold.parse({
      ...{ id: found.id, number: found.number ?? null, status: found.status ?? 'draft' },
      ...{ currency: found.currency, total: found.total, amountPaid: found.amount_paid },
      amountRemaining: found.amount_remaining,
      periodStart: least([...periods.map(({ start }) => start), ...none(periods, found)]),
      periodEnd: greatest([...periods.map(({ end }) => end), ...none(periods, found)]),
      issuedAt: at(turns.finalized_at ?? found.created),
      ...{ dueAt: at(found.due_date), nextTryAt: at(found.next_payment_attempt) },
      ...{ tries: found.attempt_count, pageUrl: safe(found.hosted_invoice_url) },
      pdfUrl: safe(found.invoice_pdf),
    });
  });
}

/** The same of a credit note, where it gives money back: of an invoice that is owed it gives none. */
export function readCreditNote(found: Stripe.CreditNote): RefundTold | null {
  return orNull(() => {
    const { id, number, currency, refunds, created } = found;
    const refunded = refunds.reduce((sum, one) => sum + one.amount_refunded, 0);
    // What was given back outside of Stripe is none of it.
    const kept = found.post_payment_amount - refunded - (found.out_of_band_amount ?? 0);
    return RefundTold.parse({
      ...{ kind: 'credit_note', id, number, currency, refunded, amount: refunded + kept },
      refundIds: refunds.flatMap(({ refund }) => idOf(refund) ?? []).slice(0, 50),
      at: at(created),
    });
  });
}

/** The same of a charge, of which so much had been given back before. */
export function readRefundedCharge(
  found: Stripe.Charge,
  { before, happenedAt }: { before: number; happenedAt: Date },
): RefundTold | null {
  return orNull(() => {
    const { id, currency, amount_refunded: given, refunds } = found;
    const amount = given - before;
    return RefundTold.parse({
      ...{ kind: 'charge', id: `${id} ${given}`, number: null, currency },
      ...{ amount, refunded: amount, at: happenedAt },
      // Stripe names them only to who asks for them; the last one is what this is about.
      refundIds: refunds?.data.slice(0, 1).map((one) => one.id) ?? [],
    });
  });
}

const idOf = (of: string | { id: string } | null): string | undefined =>
  typeof of === 'string' ? of : of?.id;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const at = (seconds: number | null | undefined) =>
  typeof seconds === 'number' ? new Date(seconds * 1000) : null;
const least = (all: number[]) => (all.length > 0 ? at(Math.min(...all)) : null);
const greatest = (all: number[]) => (all.length > 0 ? at(Math.max(...all)) : null);

/** An invoice without lines goes by its own period. */
const none = (periods: unknown[], { period_end: end }: Stripe.Invoice) =>
  periods.length === 0 ? [end] : [];

/** Where people are led from our pages: https, or the Stripe on this machine. */
function safe(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || origin === new URL(env().STRIPE_API_URL).origin ? url : null;
}
