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
import { noteNotOwed, noteOwed } from '@/db/billing/stripe-owed';
import type { Servers } from '@/db/homes/servers';
import { tiers } from '@/lib/tenancy/tiers';
import { log } from '../../log';
import { PlanTerms } from '../terms';
import type { StripeAccess } from './client';
import { absent, faultOf } from './faults';
import { giveBack, isNeverSigned } from './give-back';
import { changesTo, chargeOf, itemsFor } from './items';
import { endThere, isOver } from './over';
import { notPaidYet } from './owed';
import { isOf } from './paid';
import { seenOf } from './seen';
import { findSurplus } from './surplus';
import { ownField } from './told/read';

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
    if (paid && isFor && !isOver(paid)) await end({ servers, sdk, due }, paid);
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
  if (there && due.owedFor) return await settleOwed({ servers, sdk, due }, there, due.owedFor);
  if (!there || isOver(there)) return await forgetKept(servers, due);
  const own = await findMeant(servers, due);
  const named = there.metadata[ownField] ?? '';
  const paid = { servers, sdk, ofTenant, account, customer };
  if (own && own.state !== 'unsigned') {
    if (await findSurplus(paid, there, own)) return;
    await keepAs({ servers, sdk, due }, there, own);
    return await noteKept(servers, due);
  }
  // What we know of it may be behind: where it pays for something else by now, that is what counts.
  const other = named === own?.id ? undefined : await findNamed(servers, ofTenant, named);
  if (!other || other.state === 'unsigned') {
    const isPaid =
      uuid.test(named) && !(await isNeverSigned({ servers, tenantId: ofTenant }, named));
    if (isPaid && (await findSurplus(paid, there, other ?? own ?? { id: named }))) return;
    if (await end({ servers, sdk, due }, there)) await forgetKept(servers, due);
    return;
  }
  await noteMeant(servers, { ofTenant, stripeId, subscriptionId: other.id });
}

/** Ends what was paid for needlessly, unless it pays for something by now, and gives back what is owed. */
async function settleOwed(
  { servers, sdk, due }: Keeping,
  there: Stripe.Subscription,
  owedFor: string,
): Promise<void> {
  const { ofTenant, owedBeside: beside, customer } = due;
  if (!isOver(there)) {
    const own = await findNamed(servers, ofTenant, owedFor);
    const stays = beside ? await sdk.subscriptions.retrieve(beside).catch(absent) : null;
    const isPaidBeside =
      stays !== null &&
      isOf(stays, customer) &&
      paying.includes(stays.status) &&
      stays.metadata[ownField] === owedFor;
    const isNeeded = own && own.state !== 'unsigned' && !isPaidBeside;
    if (isNeeded || there.metadata[ownField] !== owedFor) return await noteNotOwed(servers, due);
    await endThere({ servers, sdk, ofTenant }, there, { isGivenBack: true });
  }
  const giving = { servers, sdk, tenantId: ofTenant };
  if (await giveBack(giving, there, { id: owedFor, beside })) return await forgetKept(servers, due);
  await noteKeptFault(servers, due, { fault: notPaidYet, seconds: hour });
}

const findMeant = (servers: Servers, { ofTenant, said }: DueKept) =>
  findNamed(servers, ofTenant, said.split(' ')[0] ?? '');

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const findNamed = async (servers: Servers, tenantId: string, id: string) =>
  uuid.test(id) ? await findOwn(servers, tenantId, id) : undefined;

/**
 * Ends it at once. What was used and not invoiced is; what was paid ahead is not given back, but for what
 * nobody ever signed: that costs nothing, and is noted as owed back. Answers whether it is over.
 */
async function end({ servers, sdk, due }: Keeping, there: Stripe.Subscription): Promise<boolean> {
  const { ofTenant, account, customer } = due;
  const named = there.metadata[ownField] ?? '';
  if (await isNeverSigned({ servers, tenantId: ofTenant }, named)) {
    const owed = { owedFor: named, owedBeside: null };
    await noteOwed(servers, { ofTenant, stripeId: there.id, account, customer, ...owed });
    return false;
  }
  await endThere({ servers, sdk, ofTenant }, there, { isGivenBack: false });
  return true;
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
