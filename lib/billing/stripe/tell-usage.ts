import Stripe from 'stripe';
import {
  type DueUsage,
  noteUsageFault,
  noteUsageSent,
  takeDueUsage,
  type UsageFault,
} from '@/db/billing/stripe-usage';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import type { MeterName } from '../meters';
import type { StripeAccess } from './client';
import { eventOf } from './prices';

const mostAtOnce = 200;
const lanes = 8;
const hour = 3_600;

/** Stripe takes nothing that is older; an hour less, for what lies between here and there. */
const oldestMs = (35 * 24 - 1) * hour * 1000;

/**
 * Tells Stripe of usage that it does not know yet: each under a name of its own, so that what is told
 * twice within a day counts once, and nothing blindly after that. Answers how many it was told of.
 */
export async function tellUsage(servers: Servers, { sdk, account }: StripeAccess): Promise<number> {
  for (let told = 0; ; ) {
    const due = await takeDueUsage(servers, account, mostAtOnce);
    if (due.length === 0) return told;
    const rows = inRows(due);
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let row = rows.pop(); row; row = rows.pop()) told += await tellRow(servers, sdk, row);
      }),
    );
  }
}

/** Stripe takes one call at a time of a customer and a meter. */
function inRows(due: readonly DueUsage[]): DueUsage[][] {
  const rows = new Map<string, DueUsage[]>();
  for (const one of due) {
    const key = `${one.customer} ${one.meter}`;
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  return [...rows.values()];
}

async function tellRow(servers: Servers, sdk: Stripe, row: readonly DueUsage[]): Promise<number> {
  const sent: DueUsage[] = [];
  for (const one of row) {
    const fault = await tellOf(sdk, one);
    if (!fault) sent.push(one);
    else await noteUsageFault(servers, one, fault);
  }
  if (sent.length > 0) await noteUsageSent(servers, sent);
  return sent.length;
}

async function tellOf(sdk: Stripe, one: DueUsage): Promise<UsageFault | null> {
  if (one.hour < Date.now() - oldestMs) {
    return { fault: 'Stripe takes nothing older than 35 days.', sure: true, seconds: null };
  }
  try {
    await sdk.billing.meterEvents.create(
      {
        ...{ event_name: eventOf(one.meter as MeterName), identifier: one.id },
        timestamp: one.hour / 1000,
        payload: { stripe_customer_id: one.customer, value: one.quantity },
      },
      // What was refused is asked anew; what was taken is known by its identifier.
      { idempotencyKey: `${one.id} ${one.tries}` },
    );
    return null;
  } catch (error) {
    return faultOf(error, one);
  }
}

const isKnown = ({ code, message }: Stripe.errors.StripeError): boolean =>
  code === 'duplicate_meter_event' || /already exists with identifier/.test(message);

function faultOf(error: unknown, { tenantId, id, tries }: DueUsage): UsageFault | null {
  const backoff = Math.min(10 * 2 ** Math.min(tries, 9), hour);
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  // It arrived the first time, and the answer was lost.
  if (isKnown(error)) return null;
  log.warn({ err: error, tenantId, usage: id }, 'Stripe could not be told of usage');
  const { statusCode = 500, message } = error;
  if (statusCode >= 500 || statusCode === 409) {
    return { fault: 'Stripe does not answer.', sure: false, seconds: backoff };
  }
  return { fault: message, sure: true, seconds: statusCode === 429 ? backoff : hour };
}
