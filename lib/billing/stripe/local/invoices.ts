import { amountFor } from './amounts';
import { StripeFault } from './fault';
import { known, type Local, nowFor, tell } from './local';
import { usedBetween } from './metering';
import {
  type Customer,
  type Invoice,
  type Item,
  type Line,
  listOf,
  made,
  newId,
  type Subscription,
  type Thing,
} from './objects';

const day = 86_400;

/** Days after each try that failed to the next one; then Stripe gives up. */
const retryDays = [3, 5, 7];

/** What an update of a subscription left for the next invoice. */
export interface Pending extends Thing {
  subscription: string;
  amount: number;
  description: string;
  period: { start: number; end: number };
}

interface Billing {
  reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'upcoming';
  at: number;
  /** Whose use in arrears is billed; none for a first invoice. */
  used: { item: Item; from: number; to: number }[];
  /** Items that are paid ahead. */
  ahead: Item[];
  /** What would be set off as well, in a preview. */
  more?: Pending[];
}

/** Writes an invoice and takes its money, or tries to. */
export function bill(local: Local, subscription: Subscription, billing: Billing): Invoice {
  const { at } = billing;
  const invoice = {
    ...draft(local, subscription, billing),
    number: numberFor(local, subscription),
  };
  for (const { id } of pendingOf(local, subscription)) local.store.remove('pending', id);
  keepBalance(local, invoice);
  local.store.put(invoice);
  tell(local, 'invoice.created', { ...invoice, ...unsent }, at);
  tell(local, 'invoice.finalized', invoice, at);
  return subscription.pause_collection ? shut(local, invoice, at) : attempt(local, invoice, at);
}

/** An invoice as it would be written now; nothing is kept. */
export function draft(local: Local, subscription: Subscription, billing: Billing): Invoice {
  const id = newId('in');
  const { at, reason } = billing;
  const { customer, currency } = subscription;
  const lines = linesOf(local, { id, subscription, billing });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const starts = [...billing.used.map(({ from }) => from), at];
  const payer = local.store.find<Customer>('customer', customer);
  // A credit is a balance below zero.
  const balance = Number(payer?.balance ?? 0);
  const due = Math.max(0, total + balance);
  return made<Invoice>('invoice', {
    ...{ id, customer, currency, created: at, billing_reason: reason, status: 'open', total },
    ...{ amount_due: due, amount_paid: 0, amount_remaining: due, amount_shipping: 0 },
    ...{ amount_overpaid: 0, subtotal: total, starting_balance: balance, attempt_count: 0 },
    ...{ attempted: false, auto_advance: true, collection_method: 'charge_automatically' },
    ...{ post_payment_credit_notes_amount: 0, pre_payment_credit_notes_amount: 0 },
    ...{ automatic_tax: untaxed, default_tax_rates: [], discounts: [], issuer: { type: 'self' } },
    ...{ customer_email: payer?.email ?? null, customer_name: payer?.name ?? null, metadata: {} },
    ...{
      payment_settings: noSettings,
      next_payment_attempt: null,
      test_clock: payer?.test_clock ?? null,
    },
    ...{ period_start: Math.min(...starts), period_end: at, number: null },
    ending_balance: Math.min(0, total + balance),
    ...{
      hosted_invoice_url: `${local.url}/invoices/${id}`,
      invoice_pdf: `${local.url}/invoices/${id}`,
    },
    lines: listOf(`/v1/invoices/${id}/lines`, lines),
    parent: {
      ...{ type: 'subscription_details', quote_details: null },
      subscription_details: { subscription: subscription.id, metadata: subscription.metadata },
    },
    status_transitions: {
      ...{ finalized_at: at, paid_at: null, voided_at: null, marked_uncollectible_at: null },
    },
  });
}

/** What an invoice does not have yet before it is sent. */
const unsent = {
  ...{ status: 'draft', number: null, hosted_invoice_url: null, invoice_pdf: null },
  status_transitions: {
    ...{ finalized_at: null, paid_at: null, voided_at: null, marked_uncollectible_at: null },
  },
};

const untaxed = {
  enabled: false,
  liability: null,
  status: null,
  disabled_reason: null,
  provider: null,
};
const noSettings = {
  ...{ default_mandate: null, payment_method_options: null, payment_method_types: null },
};

function numberFor(local: Local, { customer }: Subscription): string {
  const payer = local.store.find<Customer>('customer', customer);
  if (!payer) return '0001';
  const next = Number(payer.next_invoice_sequence ?? 1);
  local.store.put({ ...payer, next_invoice_sequence: next + 1 });
  return `${payer.invoice_prefix}-${String(next).padStart(4, '0')}`;
}

function keepBalance(local: Local, { customer, ending_balance: balance }: Invoice): void {
  const payer = local.store.find<Customer>('customer', customer);
  if (payer && Number(payer.balance ?? 0) !== balance) local.store.put({ ...payer, balance });
}

/** An invoice of the time in which collection is paused asks for nothing. */
function shut(local: Local, invoice: Invoice, at: number): Invoice {
  const times = { ...invoice.status_transitions, voided_at: at };
  const voided: Invoice = { ...invoice, status: 'void', status_transitions: times };
  tell(local, 'invoice.voided', voided, at);
  return local.store.put(voided);
}

const pendingOf = ({ store }: Local, { id }: Subscription) =>
  store.all<Pending>('pending').filter((one) => one.subscription === id);

interface Written {
  id: string;
  subscription: Subscription;
  billing: Billing;
}

function linesOf(local: Local, { id, subscription, billing }: Written): Line[] {
  const { currency, customer } = subscription;
  const line = (
    about: Pick<Line, 'amount' | 'description' | 'quantity' | 'period'>,
    of: { item: string | null; proration: boolean },
  ): Line =>
    made<Line>('line_item', {
      ...{ id: newId('il'), invoice: id, currency, created: billing.at, ...about },
      ...{ discountable: true, discounts: [], metadata: {}, subtotal: about.amount },
      subscription: subscription.id,
      parent: {
        ...{ type: 'subscription_item_details', invoice_item_details: null },
        subscription_item_details: {
          ...{ subscription: subscription.id, subscription_item: of.item, invoice_item: null },
          ...{ proration: of.proration, proration_details: null },
        },
      },
    });
  const used = billing.used.map(({ item, from, to }) => {
    const meter = item.price.recurring?.meter ?? '';
    const sum = usedBetween(local, { meter, customer, from, to });
    const units = sum > 0n ? sum : 0n;
    const period = { start: from, end: to };
    const amount = Number(amountFor(item.price, units));
    const about = { amount, description: titleOf(local, item), quantity: Number(units), period };
    return line(about, { item: item.id, proration: false });
  });
  const ahead = billing.ahead.map((item) => {
    const quantity = item.quantity ?? 1;
    const amount = Number(amountFor(item.price, BigInt(quantity)));
    const period = { start: item.current_period_start, end: item.current_period_end };
    const about = { amount, description: titleOf(local, item), quantity, period };
    return line(about, { item: item.id, proration: false });
  });
  const left = [...pendingOf(local, subscription), ...(billing.more ?? [])];
  const pending = left.map(({ amount, description, period }) =>
    line({ amount, description, quantity: 1, period }, { item: null, proration: true }),
  );
  return [...pending, ...used, ...ahead];
}

export const titleOf = ({ store }: Local, { price }: Item): string => {
  const name = store.find('product', price.product)?.name;
  return price.nickname ? `${name} – ${price.nickname}` : String(name);
};

/** Tries to take what an invoice asks for. */
export function attempt(local: Local, invoice: Invoice, at: number): Invoice {
  const paid = invoice.amount_due === 0 || canPay(local, invoice);
  const count = invoice.attempt_count + (invoice.amount_due === 0 ? 0 : 1);
  const wait = retryDays[count - 1];
  const tried: Invoice = {
    ...{ ...invoice, attempted: true, attempt_count: count, status: paid ? 'paid' : 'open' },
    ...(paid && { amount_paid: invoice.amount_due, amount_remaining: 0 }),
    next_payment_attempt: paid || wait === undefined ? null : at + wait * day,
    status_transitions: { ...invoice.status_transitions, ...(paid && { paid_at: at }) },
  };
  local.store.put(tried);
  if (paid) {
    tell(local, 'invoice.payment_succeeded', tried, at);
    tell(local, 'invoice.paid', tried, at);
  } else tell(local, 'invoice.payment_failed', tried, at);
  return tried;
}

/** The names that Stripe's own test mode knows for a card that works. */
function canPay({ store }: Local, { customer, parent }: Invoice): boolean {
  const id = parent?.subscription_details.subscription;
  const own = id && store.find<Subscription>('subscription', id)?.default_payment_method;
  const payer = store.find<Customer>('customer', customer);
  return (own || payer?.invoice_settings.default_payment_method) === workingCard;
}

export const workingCard = 'pm_card_visa';
export const failingCard = 'pm_card_chargeCustomerFail';

/** Throws the fault of Stripe for one that is not open. */
export function payInvoice(local: Local, id: string): Invoice {
  const invoice = known<Invoice>(local, 'invoice', id);
  if (invoice.status !== 'open') {
    const code = invoice.status === 'paid' ? 'invoice_already_paid' : 'invoice_not_open';
    throw new StripeFault(`Invoice is ${invoice.status}`, { code });
  }
  return attempt(local, invoice, nowFor(local, invoice.customer));
}

/** Asks for an invoice no more: it is void, or not expected to be paid. */
export function giveUp(local: Local, id: string, status: 'void' | 'uncollectible'): Invoice {
  const invoice = known<Invoice>(local, 'invoice', id);
  const from = status === 'void' ? ['open', 'uncollectible'] : ['open'];
  if (!from.includes(invoice.status)) {
    throw new StripeFault(`Invoice is ${invoice.status}`, { code: 'invoice_not_open' });
  }
  const at = nowFor(local, invoice.customer);
  const when = status === 'void' ? 'voided_at' : 'marked_uncollectible_at';
  const over: Invoice = {
    ...{ ...invoice, status, next_payment_attempt: null },
    ...(status === 'void' && { amount_remaining: 0 }),
    status_transitions: { ...invoice.status_transitions, [when]: at },
  };
  tell(local, status === 'void' ? 'invoice.voided' : 'invoice.marked_uncollectible', over, at);
  return local.store.put(over);
}

/** What is open of a subscription that ended is no longer collected by itself. */
export function stopCollecting(local: Local, subscription: string, at: number): void {
  for (const invoice of openOf(local, subscription)) {
    if (invoice.next_payment_attempt === null) continue;
    const stopped: Invoice = { ...invoice, next_payment_attempt: null, auto_advance: false };
    tell(local, 'invoice.updated', stopped, at);
    local.store.put(stopped);
  }
}

export const openOf = ({ store }: Local, subscription: string): Invoice[] =>
  store
    .all<Invoice>('invoice')
    .filter(
      ({ parent, status }) =>
        status === 'open' && parent?.subscription_details.subscription === subscription,
    );
