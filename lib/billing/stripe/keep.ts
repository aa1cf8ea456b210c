import type Stripe from 'stripe';
import { findOwn, type OwnSubscription } from '@/db/billing/stripe-asks';
import {
  type DueKept,
  forgetKept,
  noteGone,
  noteKept,
  noteKeptFault,
  noteMeant,
  noteSeen,
  paying,
  takeDueKept,
} from '@/db/billing/stripe-kept';
import type { Servers } from '@/db/homes/servers';
import { tiers } from '@/lib/tenancy/tiers';
import { log } from '../../log';
import { PlanTerms } from '../terms';
import type { StripeAccess } from './client';
import { absent, faultOf } from './faults';
import { giveBack } from './give-back';
import { changesTo, chargeOf, itemsFor } from './items';
import { endThere, isOver } from './over';
import { isOf } from './paid';
import { seenOf } from './seen';
import { endSurplus } from './surplus';

interface Keeping {
  servers: Servers;
  sdk: Stripe;
  due: DueKept;
}

/** So long seats and tiers stay as they are before Stripe is told, seconds. */
const settleSeconds = 60;

/**
 * Brings what is at Stripe in line with our subscriptions: ends what nobody has any more, pauses what is
 * suspended, and tells of seats and tiers. Answers how many were brought in line.
 */
export async function keepStripe(
  servers: Servers,
  { sdk, account }: StripeAccess,
  options = { settleSeconds },
): Promise<number> {
  for (let kept = 0; ; kept += 1) {
    const due = await takeDueKept(servers, { account, ...options });
    if (!due) return kept;
    await keepOne({ servers, sdk, due });
  }
}

async function keepOne(keeping: Keeping): Promise<void> {
  const { servers, due } = keeping;
  try {
    if (due.kind === 'session') await shutSession(keeping);
    else await keepSubscription(keeping);
  } catch (error) {
    const { stripeId, tries } = due;
    const { fault, final } = faultOf(error);
    log.warn({ err: error, stripeId }, 'Stripe could not be told of a subscription');
    const seconds = final ? hour : Math.min(10 * 2 ** Math.min(tries, 9), hour);
    await noteKeptFault(servers, due, { fault, seconds });
  }
}

const hour = 3_600;

/** A page for what was signed, given up or removed is shut; what was paid there all the same is ended. */
async function shutSession({ servers, sdk, due }: Keeping): Promise<void> {
  const { stripeId, said } = due;
  const session = await sdk.checkout.sessions.retrieve(stripeId).catch(absent);
  if (session?.status === 'open') await sdk.checkout.sessions.expire(stripeId);
  if (session?.status === 'complete' && (said === 'unsigned' || said === 'gone')) {
    const { subscription } = session;
    const id = typeof subscription === 'string' ? subscription : subscription?.id;
    const paid = id ? await sdk.subscriptions.retrieve(id).catch(absent) : null;
    // It may pay for another of ours by now.
    const isFor = paid?.metadata.rowhouse_subscription === due.ofSubscription;
    if (paid && isFor) await end({ servers, sdk, due }, paid);
  }
  await forgetKept(servers, due);
}

async function keepSubscription({ servers, sdk, due }: Keeping): Promise<void> {
  const { stripeId, ofTenant, account, customer } = due;
  const found = await sdk.subscriptions.retrieve(stripeId).catch(absent);
  // Whoever wrote it down, another customer's is left alone.
  const there = found && isOf(found, due.customer) ? found : null;
  if (there) await noteSeen(servers, seenOf(ofTenant, there));
  else await noteGone(servers, due);
  if (!there || isOver(there)) return await forgetKept(servers, due);
  const own = await findMeant(servers, due);
  const named = there.metadata.rowhouse_subscription ?? '';
  if (own && own.state !== 'unsigned') {
    if (await endSurplus({ servers, sdk, ofTenant, account, customer }, there, own)) return;
    await keepAs({ servers, sdk, due }, there, own);
    return await noteKept(servers, due);
  }
  // What we know of it may be behind: where it pays for something else by now, that is what counts.
  const other = named === own?.id ? undefined : await findNamed(servers, ofTenant, named);
  if (!other || other.state === 'unsigned') {
    await end({ servers, sdk, due }, there);
    return await forgetKept(servers, due);
  }
  await noteMeant(servers, { ofTenant, stripeId, subscriptionId: other.id });
}

const findMeant = (servers: Servers, { ofTenant, said }: DueKept) =>
  findNamed(servers, ofTenant, said.split(' ')[0] ?? '');

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const findNamed = async (servers: Servers, tenantId: string, id: string) =>
  uuid.test(id) ? await findOwn(servers, tenantId, id) : undefined;

/**
 * Ends it at once. What was used and not invoiced is; what was paid ahead is not given back, but for what
 * nobody ever signed: that costs nothing.
 */
async function end({ servers, sdk, due }: Keeping, there: Stripe.Subscription) {
  if (isOver(there)) return;
  const { ofTenant } = due;
  const isGivenBack = await giveBack({ servers, sdk, tenantId: ofTenant }, there);
  await endThere({ servers, sdk, ofTenant }, there, { isGivenBack });
}

async function keepAs(
  { servers, sdk, due }: Keeping,
  there: Stripe.Subscription,
  own: OwnSubscription,
): Promise<void> {
  if (own.state === 'signing' || !paying.includes(there.status)) return;
  const params: Stripe.SubscriptionUpdateParams = {
    ...pauseFor(there, own),
    ...(own.state === 'signed' && (await itemsNow(sdk, there, { own, due }))),
    ...(there.metadata.rowhouse_subscription !== own.id && {
      metadata: { rowhouse_subscription: own.id },
    }),
  };
  if (Object.keys(params).length === 0) return;
  const after = await sdk.subscriptions.update(there.id, params);
  await noteSeen(servers, seenOf(due.ofTenant, after));
}

/** What staff suspended costs nothing meanwhile; what is suspended since nobody paid goes on being due. */
function pauseFor({ status, pause_collection: paused }: Stripe.Subscription, own: OwnSubscription) {
  const suspended = own.state === 'suspended';
  if (suspended && !paused && (status === 'active' || status === 'trialing')) {
    return { pause_collection: { behavior: 'void' } } as const;
  }
  return !suspended && paused ? ({ pause_collection: '' } as const) : {};
}

async function itemsNow(
  sdk: Stripe,
  there: Stripe.Subscription,
  { own, due }: { own: OwnSubscription; due: DueKept },
) {
  const { prices } = PlanTerms.parse(own.terms);
  const tier = tiers.find((one) => one === due.tier) ?? 'pooled';
  const here = { seats: due.seats, tier };
  const wanted = itemsFor(own, { prices, charge: chargeOf(there), here });
  const items = await changesTo(sdk, there, wanted);
  return items.length > 0 ? { items } : {};
}
