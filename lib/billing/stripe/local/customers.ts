import type Stripe from 'stripe';
import { merged } from './catalogue';
import { type Clock, known, type Local, nowFor, present, tell } from './local';
import { type Customer, made, newId, type Subscription } from './objects';
import { cancelSubscription } from './subscriptions';

export function createCustomer(local: Local, params: Stripe.CustomerCreateParams): Customer {
  const { email = null, name = null, test_clock = null, description = null } = params;
  if (test_clock) known<Clock>(local, 'test_helpers.test_clock', test_clock, 'test_clock');
  const id = newId('cus');
  const customer = made<Customer>('customer', {
    ...{ id, email, name: name || null, description, test_clock, balance: 0 },
    ...{ metadata: merged({}, params.metadata), delinquent: false, tax_exempt: 'none' },
    ...{ created: nowFor(local), invoice_prefix: id.slice(-8).toUpperCase(), address: null },
    ...{ currency: null, phone: null, preferred_locales: [], next_invoice_sequence: 1 },
    invoice_settings: { ...settings, default_payment_method: null },
  });
  local.store.put(customer);
  tell(local, 'customer.created', customer, nowFor(local, id));
  return customer;
}

const settings = { custom_fields: null, footer: null, rendering_options: null };

export function updateCustomer(
  local: Local,
  params: Stripe.CustomerUpdateParams,
  id: string,
): Customer {
  const before = present(local, id);
  const method = params.invoice_settings?.default_payment_method;
  const customer: Customer = {
    ...before,
    email: params.email === undefined ? before.email : params.email || null,
    name: params.name === undefined ? before.name : params.name || null,
    metadata: merged(before.metadata, params.metadata),
    ...(method !== undefined && {
      invoice_settings: { ...before.invoice_settings, default_payment_method: method || null },
    }),
  };
  tell(local, 'customer.updated', customer, nowFor(local, id));
  return local.store.put(customer);
}

/** Ends what the customer had signed; of a customer who is gone Stripe shows that they are. */
export function deleteCustomer(local: Local, id: string) {
  const customer = present(local, id);
  for (const one of local.store.all<Subscription>('subscription')) {
    const isOver = one.status === 'canceled' || one.status === 'incomplete_expired';
    if (one.customer === id && !isOver) cancelSubscription(local, one.id);
  }
  tell(local, 'customer.deleted', customer, nowFor(local, id));
  local.store.put({ ...customer, deleted: true });
  return gone(id);
}

export function getCustomer(local: Local, id: string) {
  const customer = known<Customer>(local, 'customer', id);
  return customer.deleted ? gone(id) : customer;
}

const gone = (id: string) => ({ id, object: 'customer', deleted: true });
