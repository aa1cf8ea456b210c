import type Stripe from 'stripe';
import { merged } from './catalogue';
import { StripeFault } from './fault';
import { failingCard, workingCard } from './invoices';
import { known, type Local, nowFor, present, tell } from './local';
import { type Customer, made, newId, type Price, type Session, type Thing } from './objects';
import { begin, type NewItem } from './subscriptions';

/** What a session will sign, beside what Stripe shows of it. */
interface Wish extends Thing {
  items: NewItem[];
  trialEnd: number | null;
  metadata: Record<string, string>;
}

export function createSession(local: Local, params: Stripe.Checkout.SessionCreateParams): Session {
  const { mode, line_items: lines = [], customer = null, success_url, cancel_url } = params;
  if (mode !== 'subscription') {
    throw new StripeFault('The local Stripe signs subscriptions alone.', { param: 'mode' });
  }
  if (!success_url)
    throw new StripeFault('Missing required param: success_url.', { param: 'success_url' });
  if (customer) present(local, customer, 'customer');
  const items = lines.map(({ price, quantity }) => lineOf(local, price, quantity));
  if (items.length === 0) throw new StripeFault('Missing required param: line_items.');
  const about = params.subscription_data ?? {};
  const at = nowFor(local, customer);
  const days = about.trial_period_days;
  const id = newId('cs_test');
  const wish: Wish = {
    ...{ id, object: 'wish', created: at, items, metadata: merged({}, about.metadata) },
    trialEnd: days
      ? at + days * 86_400
      : typeof about.trial_end === 'number'
        ? about.trial_end
        : null,
  };
  local.store.put(wish);
  return local.store.put(
    made<Session>('checkout.session', {
      ...{ id, created: at, customer, mode, status: 'open', payment_status: 'unpaid' },
      ...{ success_url, cancel_url: cancel_url ?? null, expires_at: at + 86_400 },
      ...{ client_reference_id: params.client_reference_id ?? null, custom_fields: [] },
      ...{ metadata: merged({}, params.metadata), payment_method_types: ['card'] },
      ...{ automatic_tax: { enabled: false, liability: null, status: null }, shipping_options: [] },
      ...{ custom_text: {}, url: `${local.url}/pay/${id}`, ui_mode: 'hosted_page' },
    }),
  );
}

function lineOf(local: Local, id: string | undefined, quantity: number | undefined): NewItem {
  const price = known<Price>(local, 'price', id ?? '', 'line_items[price]');
  if (!price.active) throw new StripeFault('The price is inactive.', { param: 'line_items' });
  if (price.recurring?.usage_type === 'metered') {
    if (quantity !== undefined) {
      throw new StripeFault('A metered price takes no quantity.', {
        param: 'line_items[quantity]',
      });
    }
    return { price: price.id };
  }
  if (quantity === undefined) {
    throw new StripeFault('Quantity is required.', { param: 'line_items[quantity]' });
  }
  return { price: price.id, quantity };
}

export const itemsOf = ({ store }: Local, id: string): NewItem[] =>
  store.find<Wish>('wish', id)?.items ?? [];

/** Signs what a session is for. With `fails` the card is refused at the first payment after this one. */
export function complete(local: Local, id: string, { fails }: { fails: boolean }): Session {
  const session = openSession(local, id);
  const wish = known<Wish>(local, 'wish', id);
  const customer = session.customer ?? newCustomer(local);
  pay(local, customer, workingCard);
  const { items, trialEnd, metadata } = wish;
  const subscription = begin(local, { customer, items, trialEnd, metadata, method: null });
  if (fails) pay(local, customer, failingCard);
  const done: Session = {
    ...{ ...session, customer, status: 'complete', subscription: subscription.id, url: null },
    payment_status: trialEnd ? 'no_payment_required' : 'paid',
  };
  tell(local, 'checkout.session.completed', done, nowFor(local, customer));
  return local.store.put(done);
}

/** By which card a customer pays from now on. */
export function pay(local: Local, customerId: string, method: string): void {
  const customer = known<Customer>(local, 'customer', customerId);
  const settings = { ...customer.invoice_settings, default_payment_method: method };
  const after = { ...customer, invoice_settings: settings };
  local.store.put(after);
  tell(local, 'customer.updated', after, nowFor(local, customerId));
}

function newCustomer(local: Local): string {
  const id = newId('cus');
  const settings = { default_payment_method: null };
  local.store.put(
    made<Customer>('customer', {
      ...{ id, created: nowFor(local), metadata: {}, balance: 0, invoice_settings: settings },
      ...{ invoice_prefix: id.slice(-8).toUpperCase(), next_invoice_sequence: 1, test_clock: null },
    }),
  );
  return id;
}

function openSession(local: Local, id: string): Session {
  const session = known<Session>(local, 'checkout.session', id);
  if (session.status === 'open') return session;
  throw new StripeFault(`This Session is ${session.status}.`, { param: 'id' });
}

export function expireSession(local: Local, id: string): Session {
  const session: Session = { ...openSession(local, id), status: 'expired', url: null };
  tell(local, 'checkout.session.expired', session, nowFor(local, session.customer));
  return local.store.put(session);
}
