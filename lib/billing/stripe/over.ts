import type Stripe from 'stripe';
import { noteSeen } from '@/db/billing/stripe-kept';
import type { Servers } from '@/db/homes/servers';
import { seenOf } from './seen';

interface There {
  servers: Servers;
  sdk: Stripe;
  ofTenant: string;
}

export const isOver = ({ status }: Stripe.Subscription): boolean =>
  status === 'canceled' || status === 'incomplete_expired';

/**
 * Ends one at Stripe at once. What was used and not invoiced is, unless it was given back; what was paid
 * ahead is not given back by this.
 */
export async function endThere(
  { servers, sdk, ofTenant }: There,
  there: Stripe.Subscription,
  { isGivenBack }: { isGivenBack: boolean },
): Promise<void> {
  if (isOver(there)) return;
  const how = { invoice_now: !isGivenBack, prorate: false };
  const ended = await sdk.subscriptions.cancel(there.id, how);
  await noteSeen(servers, seenOf(ofTenant, ended));
}
