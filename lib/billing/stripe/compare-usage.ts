import Stripe from 'stripe';
import {
  type Compared,
  type DueDay,
  noteCompared,
  noteNotCompared,
  takeDueDay,
} from '@/db/billing/stripe-usage-days';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import type { MeterName } from '../meters';
import type { StripeAccess } from './client';
import { eventOf } from './prices';
import { metersByEvent } from './publish';

const hourMs = 3_600_000;
const hour = 3_600;
const day = 24 * hour;

/** A day more than what is mended takes to arrive. */
const mendableMs = 34 * day * 1000;
/** Late events come within these. */
const watchedMs = 8 * day * 1000;

/**
 * Compares the hours of each day that is due with what Stripe knows of them, and mends what differed
 * twice in the same way, an hour apart: Stripe adds up late. Answers how many days were compared.
 */
export async function compareUsage(
  servers: Servers,
  { sdk, account }: StripeAccess,
): Promise<number> {
  let ids: Map<string, string> | undefined;
  for (let compared = 0; ; compared += 1) {
    const due = await takeDueDay(servers, account);
    if (!due) return compared;
    try {
      ids ??= await metersByEvent(sdk);
      const meter = ids.get(eventOf(due.meter as MeterName));
      const known = meter ? await knownOf(sdk, meter, due) : new Map<number, bigint>();
      await noteCompared(servers, due, judge(due, known, Date.now()));
    } catch (error) {
      log.warn({ err: error, tenantId: due.tenantId }, 'usage could not be compared with Stripe');
      await noteNotCompared(servers, due, faultOf(error));
    }
  }
}

const faultOf = (error: unknown): string => {
  if (error instanceof Inexact) return error.message;
  return error instanceof Stripe.errors.StripeInvalidRequestError
    ? error.message
    : 'Stripe does not answer.';
};

class Inexact extends Error {}

/** What Stripe knows of each hour of a day. */
async function knownOf(sdk: Stripe, meter: string, { customer, from }: DueDay) {
  const known = new Map<number, bigint>();
  const start = from / 1000;
  for await (const {
    start_time: at,
    aggregated_value: value,
  } of sdk.billing.meters.listEventSummaries(meter, {
    ...{ customer, start_time: start, end_time: start + day, limit: 100 },
    value_grouping_window: 'hour',
  })) {
    if (!Number.isSafeInteger(value)) throw new Inexact('Stripe tells no exact number of an hour.');
    known.set((at - start) / hour, BigInt(value));
  }
  return known;
}

/** What stands to what in a day, hour by hour, and what follows from it. */
function judge(due: DueDay, known: ReadonlyMap<number, bigint>, now: number): Compared {
  const here = new Map(due.hours.map((one) => [one.hour, one]));
  const found: Compared = {
    ...{ ledger: sum(due.hours, 'ledger'), told: sum(due.hours, 'told') },
    known: String([...known.values()].reduce((total, value) => total + value, 0n)),
    ...{ unlike: {}, alike: [], mend: [], againSeconds: null },
  };
  for (const at of new Set([...here.keys(), ...known.keys()])) {
    const ledger = BigInt(here.get(at)?.ledger ?? 0);
    const there = known.get(at) ?? 0n;
    if (ledger === there) {
      found.alike.push(at);
      continue;
    }
    const stays = due.rested && due.unlike[at] === String(there);
    const mendable = due.from + at * hourMs > now - mendableMs && !here.get(at)?.waiting;
    if (stays && mendable) found.mend.push({ hour: at, quantity: String(ledger - there) });
    // What was just mended is waited for as long as before anything is mended again.
    else found.unlike[at] = due.rested || !due.unlike[at] ? String(there) : due.unlike[at];
  }
  const differs = found.mend.length > 0 || Object.keys(found.unlike).length > 0;
  if (differs && due.from > now - mendableMs) found.againSeconds = hour;
  else if (due.from > now - watchedMs) found.againSeconds = day;
  return found;
}

const sum = (hours: DueDay['hours'], of: 'ledger' | 'told'): string =>
  String(hours.reduce((total, one) => total + BigInt(one[of]), 0n));
