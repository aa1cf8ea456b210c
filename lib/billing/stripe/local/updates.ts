import type Stripe from 'stripe';
import { amountFor } from './amounts';
import { merged } from './catalogue';
import { StripeFault } from './fault';
import { bill, type Pending, titleOf } from './invoices';
import { known, type Local, nowFor, tell } from './local';
import { usedBetween } from './metering';
import { type Item, newId, type Price, type Subscription } from './objects';
import { periodEnd } from './periods';
import {
  endOf,
  isMetered,
  itemOf,
  itemWish,
  notePriced,
  refuseEnded,
  refuseMixed,
  usedUntil,
} from './subscriptions';

type Params = Pick<
  Stripe.SubscriptionUpdateParams,
  'items' | 'proration_behavior' | 'proration_date' | 'cancel_at_period_end'
>;

/** What an update brings about, before it does. */
export interface Foreseen {
  at: number;
  after: Subscription;
  /** What is set off for the time until the period ends. */
  pending: Pending[];
  /** Whether another interval begins, which is invoiced at once. */
  restarts: boolean;
  /** What is charged as it is used, by another price from then on. */
  repriced: ReadonlyMap<string, number>;
}

/** Works out what an update would do and changes nothing. Throws the faults of Stripe. */
export function foresee(local: Local, before: Subscription, params: Params): Foreseen {
  refuseEnded(before);
  const at = nowFor(local, before.customer);
  const { items: changes, proration_behavior: behaviour, proration_date: date = at } = params;
  const changed = changes ? changedItems(local, before, changes, at) : before.items.data;
  refuseMixed(changed);
  const trialing = before.status === 'trialing';
  const restarts = !trialing && intervalOf(before.items.data) !== intervalOf(changed);
  const items = restarts ? changed.map((item) => anew(item, at)) : changed;
  const atEnd = params.cancel_at_period_end;
  const after: Subscription = {
    ...{ ...before, items: { ...before.items, data: items } },
    ...(restarts && { billing_cycle_anchor: at }),
    ...(atEnd !== undefined && {
      ...{ cancel_at_period_end: atEnd, canceled_at: atEnd ? at : null },
      cancel_at: atEnd ? endOf(before) : null,
    }),
  };
  const set = { before, after, at: date, restarts };
  const pending = behaviour === 'none' || trialing ? [] : setOff(local, set);
  const isKnown = (item: Item) => priceIn(before, item) === item.price.id;
  const fresh = after.items.data.filter((item) => isMetered(item) && !isKnown(item));
  const repriced = new Map(fresh.map(({ id }) => [id, date]));
  return { at, after, pending, restarts, repriced };
}

/** Changes items, quantities and the end; what has been paid ahead is set off by the second. */
export function updateSubscription(
  local: Local,
  params: Stripe.SubscriptionUpdateParams,
  id: string,
): Subscription {
  const before = known<Subscription>(local, 'subscription', id);
  const { at, pending, restarts, repriced, ...foreseen } = foresee(local, before, params);
  const paused = params.pause_collection;
  const after: Subscription = {
    ...foreseen.after,
    metadata: merged(before.metadata, params.metadata),
    default_payment_method: params.default_payment_method ?? before.default_payment_method,
    ...(paused !== undefined && {
      pause_collection: paused ? { behavior: paused.behavior, resumes_at: null } : null,
    }),
  };
  local.store.put(after);
  for (const one of pending) local.store.put(one);
  for (const [item, from] of repriced) notePriced(local, item, from);
  const atOnce = restarts || (params.proration_behavior === 'always_invoice' && pending.length > 0);
  const told = atOnce ? invoiceNow(local, { after, at, restarts, params }) : after;
  tell(local, 'customer.subscription.updated', told, at);
  return local.store.put(told);
}

interface Invoicing {
  after: Subscription;
  at: number;
  restarts: boolean;
  params: Stripe.SubscriptionUpdateParams;
}

function invoiceNow(local: Local, { after, at, restarts, params }: Invoicing): Subscription {
  const ahead = restarts ? after.items.data.filter((item) => !isMetered(item)) : [];
  const invoice = bill(local, after, { reason: 'subscription_update', at, used: [], ahead });
  const paid = invoice.status === 'paid' || invoice.status === 'void';
  if (!paid && params.payment_behavior === 'error_if_incomplete') {
    throw new StripeFault('Your card was declined.', {
      ...{ status: 402, type: 'card_error', code: 'card_declined' },
    });
  }
  return { ...after, latest_invoice: invoice.id, ...(!paid && { status: 'past_due' }) };
}

const intervalOf = ([item]: readonly Item[]) =>
  `${item?.price.recurring?.interval} ${item?.price.recurring?.interval_count}`;

const anew = (item: Item, at: number): Item => ({
  ...{ ...item, current_period_start: at },
  current_period_end: periodEnd(at, at, item.price.recurring),
});

type ItemChange = NonNullable<Stripe.SubscriptionUpdateParams['items']>[number];

function changedItems(local: Local, before: Subscription, changes: ItemChange[], at: number) {
  let items = before.items.data;
  const span = { at, trialEnd: before.trial_end, from: before.billing_cycle_anchor };
  const [first] = items;
  for (const change of changes) {
    const { id, price, quantity, deleted } = change;
    const item = items.find((one) => one.id === id);
    if (id && !item)
      throw new StripeFault(`No such subscription item: '${id}'`, { param: 'items' });
    if (!item) {
      const added = itemOf(local, before.id, itemWish(change), span);
      // It shares the period of the others.
      const { current_period_start, current_period_end } = first ?? added;
      items = [...items, { ...added, current_period_start, current_period_end }];
    } else if (deleted) items = items.filter((one) => one !== item);
    else {
      const own = price ? known<Price>(local, 'price', price, 'items[price]') : item.price;
      if (price && !own.active) {
        throw new StripeFault('The price specified is inactive.', { param: 'items' });
      }
      const next: Item = { ...item, price: own, ...(quantity !== undefined && { quantity }) };
      items = items.map((one) => (one === item ? next : one));
    }
  }
  if (items.length === 0)
    throw new StripeFault('A subscription needs an item.', { param: 'items' });
  refuseTwice(items);
  return items;
}

function refuseTwice(items: Item[]): void {
  if (new Set(items.map(({ price }) => price.id)).size === items.length) return;
  throw new StripeFault('A subscription has each price once.', { param: 'items' });
}

interface SettingOff {
  before: Subscription;
  after: Subscription;
  at: number;
  restarts: boolean;
}

function setOff(local: Local, { before, after, at, restarts }: SettingOff): Pending[] {
  const isLeft = (item: Item) => restarts || !isSame(before, after, item);
  const unused = before.items.data
    .filter((item) => !isMetered(item) && isLeft(item))
    .map((item) => partOf(local, { subscription: after, item, at, sign: -1n }));
  // What begins anew is invoiced whole.
  const remaining = restarts
    ? []
    : after.items.data
        .filter((item) => !isMetered(item) && isLeft(item))
        .map((item) => partOf(local, { subscription: after, item, at, sign: 1n }));
  const gone = usedUntil(local, before, at).filter(({ item }) => isLeft(item));
  return [...unused, ...remaining, ...gone.map((used) => usedOf(local, after, used))];
}

interface Part {
  subscription: Subscription;
  item: Item;
  at: number;
  sign: bigint;
}

function partOf(local: Local, { subscription, item, at, sign }: Part): Pending {
  const end = item.current_period_end;
  const start = Math.min(end, Math.max(at, item.current_period_start));
  const whole = BigInt(Math.max(1, end - item.current_period_start));
  const full = amountFor(item.price, BigInt(item.quantity ?? 1));
  const part = (full * BigInt(end - start) + whole / 2n) / whole;
  const about = sign < 0n ? 'Unused time on' : 'Remaining time on';
  return {
    ...{ id: newId('ii'), object: 'pending', created: at, subscription: subscription.id },
    ...{ amount: Number(sign * part), description: `${about} ${titleOf(local, item)}` },
    period: { start, end },
  };
}

/** What was used of something that is charged no more, as subscriptions that are billed flexibly have it. */
function usedOf(
  local: Local,
  { id, customer }: Subscription,
  { item, from, to }: ReturnType<typeof usedUntil>[number],
): Pending {
  const units = usedBetween(local, {
    meter: item.price.recurring?.meter ?? '',
    customer,
    from,
    to,
  });
  return {
    ...{ id: newId('ii'), object: 'pending', created: to, subscription: id },
    ...{ amount: Number(amountFor(item.price, units)), description: titleOf(local, item) },
    period: { start: from, end: to },
  };
}

const priceIn = ({ items }: Subscription, { id }: Item) =>
  items.data.find((one) => one.id === id)?.price.id;

function isSame(before: Subscription, after: Subscription, { id }: Item): boolean {
  const [one, other] = [before, after].map(({ items }) => items.data.find((it) => it.id === id));
  return !!one && !!other && one.quantity === other.quantity && one.price.id === other.price.id;
}
