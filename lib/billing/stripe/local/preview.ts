import type Stripe from 'stripe';
import { StripeFault } from './fault';
import { draft } from './invoices';
import { known, type Local } from './local';
import type { Invoice, Subscription } from './objects';
import { periodEnd } from './periods';
import { endOf, isMetered, usedUntil } from './subscriptions';
import { foresee } from './updates';

/** The next invoice of a subscription as an update would make it; nothing is kept. */
export function previewInvoice(
  local: Local,
  { subscription: id, subscription_details: details = {} }: Stripe.InvoiceCreatePreviewParams,
): Omit<Invoice, 'id'> {
  if (!id) {
    throw new StripeFault('The local Stripe previews subscriptions alone.', {
      param: 'subscription',
    });
  }
  const before = known<Subscription>(local, 'subscription', id);
  const { items, proration_behavior, proration_date, cancel_at_period_end } = details;
  const { at, after, pending, restarts, repriced } = foresee(local, before, {
    ...(items && { items: items as Stripe.SubscriptionUpdateParams['items'] }),
    ...(proration_behavior && { proration_behavior }),
    ...(proration_date && { proration_date }),
    ...(cancel_at_period_end !== undefined && { cancel_at_period_end }),
  });
  const over = restarts ? at : endOf(after);
  const ahead = after.items.data.filter((item) => !isMetered(item));
  const next = ahead.map((item) => ({
    ...{ ...item, current_period_start: over },
    current_period_end: periodEnd(after.billing_cycle_anchor, over, item.price.recurring),
  }));
  const used =
    restarts || after.status === 'trialing' ? [] : usedUntil(local, after, over, repriced);
  const billing = { reason: 'upcoming' as const, at: over, used, ahead: restarts ? ahead : next };
  const { id: _, ...invoice } = draft(local, after, { ...billing, more: pending });
  return { ...invoice, status: 'draft', number: null };
}
