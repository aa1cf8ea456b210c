import type Stripe from 'stripe';
import { findSiblings, forgetKept, paying } from '@/db/billing/stripe-kept';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import { absent } from './faults';
import { giveBackTwice } from './give-back';
import { endThere } from './over';
import { isOf } from './paid';
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
  planId: string;
  version: number;
}

/**
 * Where more than one at Stripe pays for one of ours, since somebody paid on two pages, the best of them
 * goes on and what was paid for the others is given back as they end. Repeating it changes nothing.
 * Answers whether this one ended.
 */
export async function endSurplus(
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
    (one) => one && isOf(one, customer) && pays(ofTenant, one, own),
  ) as Stripe.Subscription[];
  const [stays, ...surplus] = all.sort(betterFirst);
  for (const one of surplus) {
    log.warn(
      { tenantId: ofTenant, id: own.id, stays: stays?.id, ends: one.id },
      'two at Stripe pay for one of ours',
    );
    await giveBackTwice({ servers, sdk, tenantId: ofTenant }, one, own.id);
    await endThere({ servers, sdk, ofTenant }, one, { isGivenBack: true });
    await forgetKept(servers, { ofTenant, stripeId: one.id });
  }
  return surplus.includes(there);
}

const pays = (ofTenant: string, one: Stripe.Subscription, own: Own): boolean =>
  paying.includes(one.status) &&
  one.metadata[ownField] === own.id &&
  fits(own, seenOf(ofTenant, one).items);

/** What is paid goes before what is owed, and what was there first before what came later. */
const betterFirst = (one: Stripe.Subscription, other: Stripe.Subscription): number =>
  paying.indexOf(one.status) - paying.indexOf(other.status) ||
  one.created - other.created ||
  one.id.localeCompare(other.id);
