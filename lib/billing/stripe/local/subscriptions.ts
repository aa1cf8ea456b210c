import type Stripe from 'stripe';
import { merged } from './catalogue';
import { StripeFault } from './fault';
import { bill, stopCollecting } from './invoices';
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

export const isMetered = ({ price }: Item) => price.recurring?.usage_type === 'metered';

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
    ...{ billing_mode: { type: 'flexible', flexible: {} }, billing_schedules: [] },
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

export interface Span {
  at: number;
  trialEnd: number | null;
  from: number;
}

export function itemOf(local: Local, subscription: string, wish: NewItem, span: Span): Item {
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

export function refuseMixed(items: Item[]): void {
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

export function itemWish({ price, quantity }: { price?: string; quantity?: number }): NewItem {
  if (!price) throw new StripeFault('Missing required param: items[price].', { param: 'items' });
  return { price, ...(quantity !== undefined && { quantity }) };
}

export const endOf = ({ items }: Subscription): number =>
  Math.min(...items.data.map(({ current_period_end: end }) => end));

export function refuseEnded({ id, status }: Subscription): void {
  if (status !== 'canceled' && status !== 'incomplete_expired') return;
  throw new StripeFault(`No such subscription: '${id}'`, { code: 'resource_missing', status: 404 });
}

interface Ending {
  /** Seconds since 1970; now where left out. */
  at?: number;
  /** Whether what was used and what was set off is invoiced. */
  invoiceNow?: boolean | undefined;
}

/** Ends a subscription now. */
export function cancelSubscription(
  local: Local,
  id: string,
  { at, invoiceNow = false }: Ending = {},
): Subscription {
  const before = known<Subscription>(local, 'subscription', id);
  refuseEnded(before);
  const now = at ?? nowFor(local, before.customer);
  const ended: Subscription = {
    ...{ ...before, status: 'canceled', canceled_at: before.canceled_at ?? now, ended_at: now },
  };
  const used = invoiceNow && before.status !== 'trialing' ? usedUntil(local, before, now) : [];
  if (invoiceNow) bill(local, ended, { reason: 'subscription_update', at: now, used, ahead: [] });
  stopCollecting(local, id, now);
  tell(local, 'customer.subscription.deleted', ended, now);
  return local.store.put(ended);
}

/** What was used in the period that is not over, since it is charged as it is. */
export const usedUntil = (
  local: Local,
  { items }: Subscription,
  to: number,
  repriced: ReadonlyMap<string, number> = new Map(),
) =>
  items.data
    .filter(isMetered)
    .map((item) => ({ item, from: repriced.get(item.id) ?? usedFrom(local, item), to }))
    .filter(({ from }) => from < to);

/** Where the price of an item changed within its period, what was used before is charged already. */
const usedFrom = ({ store }: Local, { id, current_period_start: begin }: Item): number =>
  Math.max(begin, store.find('priced', id)?.created ?? 0);

/** Notes that an item is charged by its price from now on. */
export const notePriced = ({ store }: Local, id: string, at: number) =>
  store.put({ id, object: 'priced', created: at });
