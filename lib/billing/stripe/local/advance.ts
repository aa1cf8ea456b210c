import { attempt, bill, giveUp, openOf, payInvoice } from './invoices';
import { type Local, nowFor, tell } from './local';
import type { Invoice, Subscription } from './objects';
import { periodEnd } from './periods';
import { cancelSubscription, endOf, isMetered, usedUntil } from './subscriptions';

const open: ReadonlySet<string> = new Set([
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'incomplete',
]);

/** Does what time brings about for every subscription that the clock of its customer has reached. */
export function advance(local: Local): void {
  for (const { id, customer, status } of local.store.all<Subscription>('subscription')) {
    if (open.has(status)) local.store.change(() => advanceOne(local, id, nowFor(local, customer)));
  }
}

function advanceOne(local: Local, id: string, now: number): void {
  // Each turn takes the earliest thing that is due, at its own time.
  for (let turns = 0; turns < 1_000; turns += 1) {
    const subscription = local.store.find<Subscription>('subscription', id);
    const next = subscription && nextFor(local, subscription);
    if (!next || next.at > now) return;
    next.act();
  }
}

interface Due {
  at: number;
  act(): void;
}

function nextFor(local: Local, subscription: Subscription): Due | undefined {
  const { status, cancel_at: cancelAt, created, id } = subscription;
  if (!open.has(status)) return undefined;
  const due: Due[] = [];
  if (status === 'incomplete') {
    return { at: created + 82_800, act: () => expire(local, subscription) };
  }
  const warned = warningFor(local, subscription);
  if (warned) due.push(warned);
  if (cancelAt) {
    const ending = { at: cancelAt, invoiceNow: true };
    due.push({ at: cancelAt, act: () => cancelSubscription(local, id, ending) });
  }
  for (const invoice of local.store.all<Invoice>('invoice')) {
    const at = invoice.next_payment_attempt;
    const own = invoice.parent?.subscription_details.subscription === id;
    if (own && invoice.status === 'open' && at) {
      due.push({ at, act: () => retry(local, { subscription, invoice, at }) });
    }
  }
  const over = endOf(subscription);
  due.push({ at: over, act: () => renew(local, subscription, over) });
  return due.sort((one, other) => one.at - other.at)[0];
}

const threeDays = 3 * 86_400;

/** Three days before a trial ends it is told of, or at once where there are fewer. */
function warningFor(local: Local, subscription: Subscription): Due | undefined {
  const { id, status, created, trial_end: end } = subscription;
  if (status !== 'trialing' || !end || local.store.find('trial_warning', id)) return undefined;
  const at = Math.max(created, end - threeDays);
  const act = () => {
    local.store.put({ id, object: 'trial_warning', created: at });
    tell(local, 'customer.subscription.trial_will_end', subscription, at);
  };
  return { at, act };
}

function expire(local: Local, before: Subscription): void {
  const at = before.created + 82_800;
  const ended: Subscription = { ...before, status: 'incomplete_expired', ended_at: at };
  local.store.put(ended);
  for (const invoice of openOf(local, before.id)) giveUp(local, invoice.id, 'void');
  tell(local, 'customer.subscription.updated', ended, at);
}

/** The first invoice after a trial, or the next one. */
function renew(local: Local, before: Subscription, at: number): void {
  const { billing_cycle_anchor: anchor } = before;
  const passed = before.items.data;
  const items = passed.map((item) => ({
    ...{ ...item, current_period_start: at },
    current_period_end: periodEnd(anchor, at, item.price.recurring),
  }));
  const next: Subscription = { ...before, items: { ...before.items, data: items } };
  local.store.put(next);
  const used = before.status === 'trialing' ? [] : usedUntil(local, before, at);
  const ahead = items.filter((item) => !isMetered(item));
  const invoice = bill(local, next, { reason: 'subscription_cycle', at, used, ahead });
  settle(local, { ...next, latest_invoice: invoice.id }, invoice, at);
}

interface Retry {
  subscription: Subscription;
  invoice: Invoice;
  at: number;
}

function retry(local: Local, { subscription, invoice, at }: Retry): void {
  settle(local, subscription, attempt(local, invoice, at), at);
}

/** Pays an invoice now, as `invoices.pay` asks. */
export function payNow(local: Local, id: string): Invoice {
  const invoice = payInvoice(local, id);
  const own = invoice.parent?.subscription_details.subscription ?? '';
  const subscription = local.store.find<Subscription>('subscription', own);
  if (subscription) settle(local, subscription, invoice, nowFor(local, invoice.customer));
  return invoice;
}

/** What an invoice that was tried makes of its subscription. */
function settle(local: Local, before: Subscription, invoice: Invoice, at: number): void {
  const status = statusAfter(local, before, invoice);
  const after: Subscription = { ...before, status };
  const stored = local.store.find('subscription', before.id);
  if (JSON.stringify(stored) === JSON.stringify(after)) return;
  local.store.put(after);
  tell(local, 'customer.subscription.updated', after, at);
}

/** One that Stripe gave up on is `unpaid` until nothing is open any more. */
function statusAfter(
  local: Local,
  { id, status }: Subscription,
  { status: end, next_payment_attempt: again }: Invoice,
) {
  if (status === 'canceled' || status === 'incomplete_expired') return status;
  if (end === 'void') return status === 'trialing' ? 'active' : status;
  if (end !== 'paid')
    return again === null ? 'unpaid' : status === 'unpaid' ? 'unpaid' : 'past_due';
  if (openOf(local, id).length === 0) return 'active';
  return status === 'unpaid' ? 'unpaid' : 'past_due';
}
