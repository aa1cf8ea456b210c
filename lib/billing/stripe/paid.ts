import type Stripe from 'stripe';
import { listPaid } from '@/db/billing/stripe-asks';
import { paying } from '@/db/billing/stripe-kept';
import type { Asking } from './asking';
import { absent, Refused } from './faults';

/**
 * What pays for the plan that holds, as Stripe has it. What is written down here may be wrong; whose it
 * is Stripe says. Throws `Refused`.
 */
export async function paidThere({
  servers,
  access,
  ask,
}: Asking): Promise<{ heldId: string; subscription: Stripe.Subscription }> {
  const { sdk, account } = access;
  const there = [];
  let heldId = '';
  for (const { stripeId, customer, ...held } of await listPaid(servers, ask.tenantId, account)) {
    const found = await sdk.subscriptions.retrieve(stripeId).catch(absent);
    if (found && isOf(found, customer)) there.push(found);
    ({ heldId } = held);
  }
  const [subscription] = there.sort(betterFirst);
  if (!subscription) throw new Refused('No plan is paid for here.');
  return { heldId, subscription };
}

/**
 * Which of two that pay for one of ours goes on: what nobody pays any more comes last, then what was there
 * first before what came later. A payment that is late says nothing.
 */
export const betterFirst = (one: Stripe.Subscription, other: Stripe.Subscription): number =>
  rankOf(one) - rankOf(other) || one.created - other.created || one.id.localeCompare(other.id);

const rankOf = ({ status }: Stripe.Subscription): number => {
  if (!paying.includes(status)) return 2;
  return status === 'unpaid' ? 1 : 0;
};

/** Whether something at Stripe is a customer's own. */
export const isOf = ({ customer }: Pick<Stripe.Subscription, 'customer'>, id: string): boolean =>
  (typeof customer === 'string' ? customer : customer.id) === id;
