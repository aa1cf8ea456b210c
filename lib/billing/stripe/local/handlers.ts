import type Stripe from 'stripe';
import { advance, payNow } from './advance';
import { createClock, createEndpoint, createPortal, getAccount, moveClock } from './beside';
import { createPrice, createProduct, updatePrice, updateProduct } from './catalogue';
import { createSession, expireSession } from './checkout';
import { createCreditNote } from './credit-notes';
import { createCustomer, deleteCustomer, getCustomer, updateCustomer } from './customers';
import { giveUp } from './invoices';
import { page } from './lists';
import { known, type Local } from './local';
import { createMeter, createMeterEvent, listSummaries } from './metering';
import type { Thing } from './objects';
import { previewInvoice } from './preview';
import { cancelSubscription, createSubscription } from './subscriptions';
import { updateSubscription } from './updates';

// biome-ignore lint/suspicious/noExplicitAny: each is checked against the SDK's type of its operation
type Handler = (local: Local, params: any, id: string) => unknown;

const get =
  (kind: string): Handler =>
  (local, _, id) =>
    known(local, kind, id);

type Listing = Record<string, unknown> & { limit?: number };

/** Those that have every field that is asked for; a range of `created` too. */
const list =
  (
    kind: string,
    url: string,
    own: (thing: Thing, params: Listing) => boolean = () => true,
  ): Handler =>
  (local, params: Listing) =>
    page(
      local,
      { kind, url },
      { ...params, wanted: (one) => own(one, params) && isAsked(one, params) },
    );

const notFields = new Set([
  'limit',
  'starting_after',
  'ending_before',
  'expand',
  'lookup_keys',
  'ids',
]);

function isAsked(thing: Thing, params: Listing): boolean {
  return Object.entries(params).every(([name, value]) => {
    if (notFields.has(name) || (kindOf(thing) === 'event' && name === 'types')) return true;
    if (name === 'created' && typeof value === 'object') return isWithin(thing.created, value);
    if (name === 'status' && value === 'all') return true;
    return name in thing ? thing[name] === value : true;
  });
}

const kindOf = ({ object }: Thing) => object;

function isWithin(at: number, range: unknown): boolean {
  const { gt, gte, lt, lte } = range as Record<string, number | undefined>;
  return (
    (gt === undefined || at > gt) &&
    (gte === undefined || at >= gte) &&
    (lt === undefined || at < lt) &&
    (lte === undefined || at <= lte)
  );
}

const among = (name: string) => (thing: Thing, params: Listing) => {
  const wanted = params[`${name}s`];
  return !Array.isArray(wanted) || wanted.includes(thing[name]);
};

/** A list of subscriptions leaves the ended ones out unless they are asked for. */
const notEnded = ({ status }: Thing, params: Listing) =>
  params.status !== undefined || status !== 'canceled';

const ofSubscription = ({ parent }: Thing, { subscription }: Listing) =>
  !subscription ||
  (parent as { subscription_details?: { subscription: string } } | null)?.subscription_details
    ?.subscription === subscription;

/** What each operation does. */
export const handlers: Record<string, Handler> = {
  'GET /v1/account': getAccount,
  'POST /v1/customers': (local, params: Stripe.CustomerCreateParams) =>
    createCustomer(local, params),
  'GET /v1/customers': list('customer', '/v1/customers', ({ deleted }) => !deleted),
  'GET /v1/customers/:id': (local, _, id) => getCustomer(local, id),
  'POST /v1/customers/:id': updateCustomer,
  'DELETE /v1/customers/:id': (local, _, id) => deleteCustomer(local, id),
  'POST /v1/products': createProduct,
  'GET /v1/products': list('product', '/v1/products', among('id')),
  'GET /v1/products/:id': get('product'),
  'POST /v1/products/:id': updateProduct,
  'POST /v1/prices': createPrice,
  'GET /v1/prices': list('price', '/v1/prices', among('lookup_key')),
  'GET /v1/prices/:id': get('price'),
  'POST /v1/prices/:id': updatePrice,
  'POST /v1/checkout/sessions': createSession,
  'GET /v1/checkout/sessions/:id': get('checkout.session'),
  'POST /v1/checkout/sessions/:id/expire': (local, _, id) => expireSession(local, id),
  'POST /v1/billing_portal/sessions': createPortal,
  'POST /v1/subscriptions': createSubscription,
  'GET /v1/subscriptions': list('subscription', '/v1/subscriptions', notEnded),
  'GET /v1/subscriptions/:id': get('subscription'),
  'POST /v1/subscriptions/:id': updateSubscription,
  'DELETE /v1/subscriptions/:id': (local, params: Stripe.SubscriptionCancelParams, id) =>
    cancelSubscription(local, id, { invoiceNow: params.invoice_now }),
  'GET /v1/invoices': list('invoice', '/v1/invoices', ofSubscription),
  'GET /v1/invoices/:id': get('invoice'),
  'POST /v1/invoices/create_preview': previewInvoice,
  'POST /v1/invoices/:id/pay': (local, _, id) => payNow(local, id),
  'POST /v1/invoices/:id/void': (local, _, id) => giveUp(local, id, 'void'),
  'POST /v1/invoices/:id/mark_uncollectible': (local, _, id) => giveUp(local, id, 'uncollectible'),
  'POST /v1/credit_notes': createCreditNote,
  'POST /v1/billing/meters': createMeter,
  'GET /v1/billing/meters': list('billing.meter', '/v1/billing/meters'),
  'GET /v1/billing/meters/:id': get('billing.meter'),
  'GET /v1/billing/meters/:id/event_summaries': listSummaries,
  'POST /v1/billing/meter_events': createMeterEvent,
  'POST /v1/test_helpers/test_clocks': createClock,
  'GET /v1/test_helpers/test_clocks/:id': get('test_helpers.test_clock'),
  'POST /v1/test_helpers/test_clocks/:id/advance': (local, params, id) => {
    const clock = moveClock(local, params, id);
    advance(local);
    return clock;
  },
  'GET /v1/events': list('event', '/v1/events', among('type')),
  'GET /v1/events/:id': get('event'),
  'POST /v1/webhook_endpoints': createEndpoint,
  'GET /v1/webhook_endpoints': list('webhook_endpoint', '/v1/webhook_endpoints'),
  'DELETE /v1/webhook_endpoints/:id': (local, _, id) => {
    known(local, 'webhook_endpoint', id);
    local.store.remove('webhook_endpoint', id);
    return { id, object: 'webhook_endpoint', deleted: true };
  },
};
