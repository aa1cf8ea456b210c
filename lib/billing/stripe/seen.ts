import type Stripe from 'stripe';
import type { SeenSubscription } from '@/db/billing/stripe-kept';
import { seenItems } from './items';

/** A subscription of Stripe as it is written down here. */
export const seenOf = (ofTenant: string, subscription: Stripe.Subscription): SeenSubscription => ({
  ofTenant,
  stripeId: subscription.id,
  status: subscription.status,
  items: seenItems(subscription),
  cancelAt: subscription.cancel_at === null ? null : new Date(subscription.cancel_at * 1000),
});
