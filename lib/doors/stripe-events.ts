import Stripe from 'stripe';
import { v7 as uuidv7 } from 'uuid';
import { keepStrayEvent, tenantOfStripe } from '@/db/billing/stripe-events';
import {
  readCreditNote,
  readInvoice,
  readRefundedCharge,
  readSubscription,
} from '../billing/stripe/told/read';
import type { Telling } from '../billing/stripe/told/shapes';
import { env } from '../env';
import { isAppError } from '../errors';
import { log } from '../log';
import { requestedHost, resolveHost } from '../tenancy/hosts';
import { readUpTo } from './body';
import { runJob } from './job';

const mostMega = 1;

/**
 * The door through which Stripe tells what happened, on the root domain alone. Who is concerned is said
 * by the customer that we know, never by anything that was written into an object there. Answers 200 once
 * the event and its effect are safe, and for one that was heard before; 400, without a trace but a count,
 * for what Stripe did not sign just now. Never throws.
 */
export async function handleStripeEvent(
  request: Request,
  secrets = env().STRIPE_WEBHOOK_SECRET,
): Promise<Response> {
  if (secrets.length === 0 || !isRoot(request.headers)) return answer(404);
  try {
    const event = await signedEvent(request, secrets);
    if (!event) return refused();
    await hearEvent(event);
    return answer(200);
  } catch (error) {
    if (isAppError(error) && error.code === 'limit') return answer(413);
    log.error({ err: error }, 'an event of Stripe could not be taken');
    return answer(503);
  }
}

const answer = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store' } });

function isRoot(headers: Headers): boolean {
  const host = requestedHost({
    host: headers.get('host'),
    forwardedHost: headers.get('x-forwarded-host'),
  });
  return host !== null && resolveHost(host, env().ROOT_DOMAIN).zone === 'site';
}

/** Nothing is read out of a body before its signature is checked. */
async function signedEvent(request: Request, secrets: string[]): Promise<Stripe.Event | null> {
  const signature = request.headers.get('stripe-signature');
  if (!signature || !request.body) return null;
  const body = await readUpTo(request.body, mostMega);
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret);
    } catch {
      // The other secret may be the one: both are good while one takes the place of the other.
    }
  }
  return null;
}

let count = 0;
let toldAt = 0;
const tellEveryMs = 60_000;

/** Whoever knocks here leaves no line of theirs in the log. */
function refused(): Response {
  count += 1;
  if (Date.now() - toldAt > tellEveryMs) {
    log.warn({ count }, 'events were refused that Stripe did not sign, or not just now');
    toldAt = Date.now();
    count = 0;
  }
  return answer(400);
}

async function hearEvent({ id, type, created, data }: Stripe.Event): Promise<void> {
  const object = data.object as { customer?: unknown; id?: unknown };
  const customer = customerIn(type, object);
  if (!customer) return;
  const at = new Date(created * 1_000);
  const tenantId = await tenantOfStripe(customer);
  if (!tenantId) return await keepStrayEvent({ id, type, customer, at });
  const told = refundKinds.test(type) ? refundIn(type, data, at) : toldIn(type, object);
  const input: Telling = { customer, word: { kind: 'event', id, type, at }, ...told };
  await runJob({ tenantId, plane: 'control', outboxId: uuidv7(), job: 'plan.hear', input });
}

/** Whose an event is that concerns us; undefined for all others. */
function customerIn(type: string, { customer, id }: { customer?: unknown; id?: unknown }) {
  const named = type === 'customer.deleted' ? id : customer;
  if (!concernsUs.test(type) || typeof named !== 'string' || named.length > 255) return undefined;
  // What an invoice is going to be has no name yet.
  return typeof id === 'string' ? named : undefined;
}

const concernsUs =
  /^(customer\.subscription\.|invoice\.(?!upcoming$|will_be_due$|overdue$)|checkout\.session\.completed$|customer\.deleted$|credit_note\.created$|charge\.refunded$)/;
const refundKinds = /^(credit_note|charge)\./;

/** Nothing but money that was given back; what cannot be read as that says nothing. */
function refundIn(
  type: string,
  { object, previous_attributes: earlier }: Stripe.Event.Data,
  happenedAt: Date,
): Omit<Telling, 'customer' | 'word'> {
  const { amount_refunded: before = 0 } = (earlier ?? {}) as { amount_refunded?: number };
  const told =
    type === 'charge.refunded'
      ? readRefundedCharge(object as Stripe.Charge, { before, happenedAt })
      : readCreditNote(object as Stripe.CreditNote);
  return { subscriptions: [], invoices: [], refunds: told ? [told] : [], inDoubt: false };
}

/** What an event says; where that cannot be read, or is not all, Stripe is asked. */
function toldIn(
  type: string,
  object: unknown,
): Pick<Telling, 'subscriptions' | 'invoices' | 'inDoubt'> {
  const none = { subscriptions: [], invoices: [] };
  if (type.startsWith('customer.subscription.')) {
    const told = readSubscription(object as Stripe.Subscription);
    return told ? { ...none, subscriptions: [told], inDoubt: false } : { ...none, inDoubt: true };
  }
  if (!type.startsWith('invoice.')) return { ...none, inDoubt: true };
  const told = readInvoice(object as Stripe.Invoice);
  if (!told) return { ...none, inDoubt: true };
  // A draft that was deleted is owed by nobody.
  const status = type === 'invoice.deleted' ? 'void' : told.status;
  return { ...none, invoices: [{ ...told, status }], inDoubt: false };
}
