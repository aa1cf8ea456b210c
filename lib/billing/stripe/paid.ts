import type Stripe from 'stripe';
import { findPaid } from '@/db/billing/stripe-asks';
import type { Asking } from './asking';
import { Refused } from './faults';

/**
 * What pays for the plan that holds, as Stripe has it. What is written down here may be wrong; whose it
 * is Stripe says. Throws `Refused`.
 */
export async function paidThere({
  servers,
  access,
  ask,
}: Asking): Promise<{ heldId: string; subscription: Stripe.Subscription }> {
  const paid = await findPaid(servers, ask.tenantId, access.account);
  if (!paid) throw new Refused('No plan is paid for here.');
  const { heldId, stripeId, customer } = paid;
  const subscription = await access.sdk.subscriptions.retrieve(stripeId);
  if (!isOf(subscription, customer)) throw new Refused('No plan is paid for here.');
  return { heldId, subscription };
}

/** Whether something at Stripe is a customer's own. */
export const isOf = ({ customer }: Pick<Stripe.Subscription, 'customer'>, id: string): boolean =>
  (typeof customer === 'string' ? customer : customer.id) === id;
