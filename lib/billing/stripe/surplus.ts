import type Stripe from 'stripe';
import { readBy } from '@/db/billing/stripe-asks';
import { findSiblings, paying } from '@/db/billing/stripe-kept';
import { noteOwed } from '@/db/billing/stripe-owed';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import { noteOnce } from '../subscriptions/note-once';
import { absent } from './faults';
import { betterFirst, isOf } from './paid';
import { seenOf } from './seen';
import { fits } from './told/fits';
import { ownField } from './told/read';

interface Paid {
  servers: Servers;
  sdk: Stripe;
  ofTenant: string;
  account: string;
  customer: string;
}

interface Own {
  id: string;
  /** Undefined where the tenant was removed. */
  planId?: string | undefined;
  version?: number | undefined;
}

/**
 * Where more than one at Stripe pays for one of ours, since somebody paid on two pages, the best of them
 * goes on and each other is noted as owed back: it ends in its turn. Those that went on beside each other
 * for longer than a period are left to staff, with a word in the history of ours. Answers whether this one
 * is to end.
 */
export async function findSurplus(
  paid: Paid,
  there: Stripe.Subscription,
  own: Own,
): Promise<boolean> {
  const { servers, sdk, ofTenant, account, customer } = paid;
  const names = await findSiblings(servers, { ofTenant, account, subscriptionId: own.id });
  const others = names.filter((id) => id !== there.id);
  if (others.length === 0) return false;
  const found = await Promise.all(others.map((id) => sdk.subscriptions.retrieve(id).catch(absent)));
  const all = [there, ...found].filter(
    (one): one is Stripe.Subscription =>
      one !== null && isOf(one, customer) && pays(ofTenant, one, own),
  );
  const [stays, ...surplus] = all.sort(betterFirst);
  if (!stays) return false;
  let ends = false;
  for (const one of surplus) {
    const seen = { tenantId: ofTenant, id: own.id, stays: stays.id, ends: one.id };
    if (isSettledIn(stays) && isSettledIn(one)) {
      log.error(seen, 'two at Stripe pay for one of ours for long, which is left to staff');
      const reason = `Paid twice at Stripe for longer than a period, by ${stays.id} and ${one.id}. The platform settles this by hand.`;
      await readBy(servers, (db) => noteOnce(db, { tenantId: ofTenant, id: own.id, reason }));
      continue;
    }
    log.warn(seen, 'two at Stripe pay for one of ours');
    const owed = { owedFor: own.id, owedBeside: stays.id };
    await noteOwed(servers, { ofTenant, stripeId: one.id, account, customer, ...owed });
    ends ||= one === there;
  }
  return ends;
}

const pays = (ofTenant: string, one: Stripe.Subscription, { id, planId, version }: Own): boolean =>
  paying.includes(one.status) &&
  one.metadata[ownField] === id &&
  (planId === undefined ||
    version === undefined ||
    fits({ planId, version }, seenOf(ofTenant, one).items));

/** Whether it is older than one of its periods. */
const isSettledIn = ({ created, items }: Stripe.Subscription): boolean =>
  items.data.every(
    ({ current_period_start: from, current_period_end: to }) =>
      Date.now() / 1_000 - created > to - from,
  );
