import type Stripe from 'stripe';
import { amountFor } from './amounts';
import { merged } from './catalogue';
import { StripeFault } from './fault';
import { bill, type Pending, stopCollecting, titleOf } from './invoices';
import { known, type Local, nowFor, present, tell } from './local';
import { type Item, listOf, made, newId, type Price, type Subscription } from './objects';
import { periodEnd } from './periods';

export interface NewItem {
  price: string;
  quantity?: number;
}

interface Beginning {
  customer: string;
  items: NewItem[];
  /** Seconds since 1970; null without a trial. */
  trialEnd: number | null;
  metadata: Record<string, string>;
  method: string | null;
}

const isMetered = ({ price }: Item) => price.recurring?.usage_type === 'metered';

/** Begins a subscription with its first invoice. One that cannot be paid stays `incomplete`. */
export function begin(local: Local, wish: Beginning): Subscription {
  const { customer, trialEnd, metadata, method } = wish;
  present(local, customer, 'customer');
  const at = nowFor(local, customer);
  const id = newId('sub');
  const trialing = trialEnd !== null && trialEnd > at;
  const items = wish.items.map((one) => itemOf(local, id, one, { at, trialEnd, from: at }));
  const [first] = items;
  if (!first) throw new StripeFault('Missing required param: items.', { param: 'items' });
  refuseMixed(items);
  const subscription = made<Subscription>('subscription', {
    ...{ id, customer, created: at, start_date: at, currency: first.price.currency, metadata },
    ...{ billing_cycle_anchor: trialing ? (trialEnd ?? at) : at, cancel_at_period_end: false },
    ...{ status: trialing ? 'trialing' : 'incomplete', collection_method: 'charge_automatically' },
    ...{ trial_start: trialing ? at : null, trial_end: trialing ? trialEnd : null },
    ...{ default_payment_method: method, discounts: [], default_tax_rates: [] },
    ...{ automatic_tax: { enabled: false, liability: null, disabled_reason: null } },
    ...{ billing_mode: { type: 'classic', flexible: null }, billing_schedules: [] },
    invoice_settings: { account_tax_ids: null, issuer: { type: 'self' } },
    items: listOf(`/v1/subscription_items?subscription=${id}`, items),
  });
  local.store.put(subscription);
  const ahead = trialing ? [] : items.filter((one) => !isMetered(one));
  const invoice = bill(local, subscription, { reason: 'subscription_create', at, used: [], ahead });
  const status = trialing ? 'trialing' : invoice.status === 'paid' ? 'active' : 'incomplete';
  const begun: Subscription = { ...subscription, status, latest_invoice: invoice.id };
  tell(local, 'customer.subscription.created', begun, at);
  return local.store.put(begun);
}

interface Span {
  at: number;
  trialEnd: number | null;
  from: number;
}

function itemOf(local: Local, subscription: string, wish: NewItem, span: Span): Item {
  const price = known<Price>(local, 'price', wish.price, 'items[price]');
  if (!price.recurring) throw new StripeFault('The price is not recurring.', { param: 'items' });
  if (!price.active) throw new StripeFault('The price is inactive.', { param: 'items' });
  const metered = price.recurring.usage_type === 'metered';
  if (metered && wish.quantity !== undefined) {
    throw new StripeFault('A metered price takes no quantity.', { param: 'items[quantity]' });
  }
  const { at, trialEnd, from } = span;
  const trialing = trialEnd !== null && trialEnd > at;
  return made<Item>('subscription_item', {
    ...{ id: newId('si'), created: at, price, subscription, discounts: [], metadata: {} },
    ...(!metered && { quantity: wish.quantity ?? 1 }),
    ...{ plan: { id: price.id, object: 'plan' }, current_period_start: at },
    current_period_end: trialing ? trialEnd : periodEnd(from, at, price.recurring),
  });
}

function refuseMixed(items: Item[]): void {
  const kinds = items.map(({ price }) => `${price.currency} ${price.recurring?.interval}`);
  if (new Set(kinds).size <= 1) return;
  throw new StripeFault('All prices of a subscription need one currency and interval.', {
    param: 'items',
  });
}

export function createSubscription(
  local: Local,
  params: Stripe.SubscriptionCreateParams,
): Subscription {
  const { customer, items = [], trial_end, trial_period_days: days, metadata } = params;
  if (!customer) throw new StripeFault('Missing required param: customer.', { param: 'customer' });
  const now = nowFor(local, customer);
  return begin(local, {
    ...{ customer, items: items.map(itemWish), metadata: merged({}, metadata) },
    trialEnd: typeof trial_end === 'number' ? trial_end : days ? now + days * 86_400 : null,
    method: params.default_payment_method ?? null,
  });
}

function itemWish({ price, quantity }: { price?: string; quantity?: number }): NewItem {
  if (!price) throw new StripeFault('Missing required param: items[price].', { param: 'items' });
  return { price, ...(quantity !== undefined && { quantity }) };
}

/** Changes items, quantities and the end; what has been paid ahead is set off by the second. */
export function updateSubscription(
  local: Local,
  params: Stripe.SubscriptionUpdateParams,
  id: string,
): Subscription {
  const before = known<Subscription>(local, 'subscription', id);
  refuseEnded(before);
  const at = nowFor(local, before.customer);
  const items = params.items ? changedItems(local, before, params.items, at) : before.items.data;
  refuseMixed(items);
  const atEnd = params.cancel_at_period_end;
  const after: Subscription = {
    ...{ ...before, items: { ...before.items, data: items } },
    metadata: merged(before.metadata, params.metadata),
    default_payment_method: params.default_payment_method ?? before.default_payment_method,
    ...(atEnd !== undefined && {
      ...{ cancel_at_period_end: atEnd, canceled_at: atEnd ? at : null },
      cancel_at: atEnd ? endOf(before) : null,
    }),
  };
  local.store.put(after);
  const told = setOff(local, { before, after, at, behaviour: params.proration_behavior });
  tell(local, 'customer.subscription.updated', told, at);
  return local.store.put(told);
}

export const endOf = ({ items }: Subscription): number =>
  Math.min(...items.data.map(({ current_period_end: end }) => end));

function refuseEnded({ id, status }: Subscription): void {
  if (status !== 'canceled' && status !== 'incomplete_expired') return;
  throw new StripeFault(`No such subscription: '${id}'`, { code: 'resource_missing', status: 404 });
}

type ItemChange = NonNullable<Stripe.SubscriptionUpdateParams['items']>[number];

function changedItems(local: Local, before: Subscription, changes: ItemChange[], at: number) {
  let items = before.items.data;
  const span = { at, trialEnd: before.trial_end, from: before.billing_cycle_anchor };
  for (const change of changes) {
    const { id, price, quantity, deleted } = change;
    const item = items.find((one) => one.id === id);
    if (id && !item)
      throw new StripeFault(`No such subscription item: '${id}'`, { param: 'items' });
    if (!item) items = [...items, itemOf(local, before.id, itemWish(change), span)];
    else if (deleted) items = items.filter((one) => one !== item);
    else {
      const own = price ? known<Price>(local, 'price', price, 'items[price]') : item.price;
      const next: Item = { ...item, price: own, ...(quantity !== undefined && { quantity }) };
      items = items.map((one) => (one === item ? next : one));
    }
  }
  if (items.length === 0)
    throw new StripeFault('A subscription needs an item.', { param: 'items' });
  return items;
}

interface SettingOff {
  before: Subscription;
  after: Subscription;
  at: number;
  behaviour: string | undefined;
}

function setOff(local: Local, { before, after, at, behaviour }: SettingOff): Subscription {
  if (behaviour === 'none' || after.status === 'trialing') return after;
  const changed = [
    ...before.items.data.map((item) => ({ item, sign: -1n })),
    ...after.items.data.map((item) => ({ item, sign: 1n })),
  ].filter(({ item }) => !isMetered(item) && !isSame(before, after, item));
  for (const { item, sign } of changed) {
    const end = item.current_period_end;
    const start = Math.min(end, Math.max(at, item.current_period_start));
    const whole = BigInt(Math.max(1, end - item.current_period_start));
    const full = amountFor(item.price, BigInt(item.quantity ?? 1));
    const part = (full * BigInt(end - start) + whole / 2n) / whole;
    const about = sign < 0n ? 'Unused time on' : 'Remaining time on';
    const pending: Pending = {
      ...{ id: newId('ii'), object: 'pending', created: at, subscription: after.id },
      ...{ amount: Number(sign * part), description: `${about} ${titleOf(local, item)}` },
      period: { start, end },
    };
    local.store.put(pending);
  }
  if (behaviour !== 'always_invoice' || changed.length === 0) return after;
  const invoice = bill(local, after, { reason: 'subscription_update', at, used: [], ahead: [] });
  return { ...after, latest_invoice: invoice.id };
}

function isSame(before: Subscription, after: Subscription, { id }: Item): boolean {
  const [one, other] = [before, after].map(({ items }) => items.data.find((it) => it.id === id));
  return !!one && !!other && one.quantity === other.quantity && one.price.id === other.price.id;
}

/** Ends a subscription now. */
export function cancelSubscription(local: Local, id: string, at?: number): Subscription {
  const before = known<Subscription>(local, 'subscription', id);
  refuseEnded(before);
  const now = at ?? nowFor(local, before.customer);
  const ended: Subscription = {
    ...{ ...before, status: 'canceled', canceled_at: before.canceled_at ?? now, ended_at: now },
  };
  stopCollecting(local, id, now);
  tell(local, 'customer.subscription.deleted', ended, now);
  return local.store.put(ended);
}
