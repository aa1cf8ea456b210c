import Stripe from 'stripe';
import { v7 as uuidv7 } from 'uuid';
import {
  type DueLook,
  findDueLooks,
  noteLooked,
  noteLookFault,
  noteTaken,
  takeDueLook,
} from '@/db/billing/stripe-looks';
import type { Servers } from '@/db/homes/servers';
import { runJob } from '../../doors/job';
import { log } from '../../log';
import type { StripeAccess } from './client';
import { isOf } from './paid';
import { readInvoice, readSubscription } from './told/read';
import type { SubscriptionTold, Telling } from './told/shapes';

const hour = 3_600;

/** Most of one kind that is read of one customer; older ones stay as they were told. */
const mostRead = 1_000;

/** So many invoices are taken in one transaction: whoever pays meanwhile waits for no more. */
const atATime = 50;

/** So many customers are read at once: one of whom Stripe does not answer keeps no other waiting. */
const atOnce = 4;

/**
 * Reads at Stripe what is in doubt, and everything once a day, and takes it as events are taken: an event
 * that never arrives delays, and no more. Answers how many customers were looked at.
 */
export async function lookAtSubscriptions(
  servers: Servers,
  { sdk }: Pick<StripeAccess, 'sdk'>,
): Promise<number> {
  await findDueLooks(servers);
  const lanes = Array.from({ length: atOnce }, () => lookInTurn(servers, sdk));
  return (await Promise.all(lanes)).reduce((sum, one) => sum + one, 0);
}

async function lookInTurn(servers: Servers, sdk: Stripe): Promise<number> {
  for (let looked = 0; ; looked += 1) {
    const due = await takeDueLook(servers);
    if (!due) return looked;
    await lookAt(servers, sdk, due);
  }
}

async function lookAt(servers: Servers, sdk: Stripe, due: DueLook): Promise<void> {
  try {
    const unread: string[] = [];
    for await (const part of partsOf(sdk, due)) {
      unread.push(...part.unread);
      const { tenantId } = due;
      const job = { tenantId, plane: 'control', outboxId: uuidv7(), job: 'plan.hear' } as const;
      await runJob({ ...job, input: part.told });
      if (part.lastInvoice) await noteTaken(servers, due, part.lastInvoice);
    }
    await noteLooked(servers, due, unreadOf(due, unread));
  } catch (error) {
    const { tenantId, customer, tries } = due;
    log.warn({ err: error, tenantId, customer }, 'Stripe could not be read');
    const isTheirs = error instanceof Stripe.errors.StripeError;
    const fault = isTheirs ? error.message : 'What Stripe said could not be taken.';
    const seconds = Math.min(10 * 2 ** Math.min(tries, 9), hour);
    // The invoice that it was to go on behind may be gone.
    await noteLookFault(servers, due, { fault, seconds, anew: isAbsent(error) });
  }
}

interface Part {
  told: Telling;
  /** What is not of a shape that is known here, by its id. */
  unread: string[];
  /** The last invoice of it, where more follow. */
  lastInvoice?: string | undefined;
}

function unreadOf({ tenantId, customer }: DueLook, unread: string[]): string | null {
  if (unread.length === 0) return null;
  log.error({ tenantId, customer, unread }, 'what Stripe has of a customer could not be read');
  return `What Stripe says of these could not be read: ${unread.join(', ')}`.slice(0, 500);
}

/**
 * What there is of a customer, in parts that are each taken in one transaction: subscriptions, then
 * invoices, newest first, from where the look before broke off. Nothing for a customer whom this account
 * does not have: that changes nothing.
 */
async function* partsOf(sdk: Stripe, due: DueLook): AsyncGenerator<Part> {
  const { customer, begunAt, resumeAfter } = due;
  const found = await sdk.customers.retrieve(customer).catch(absent);
  if (!found) {
    log.warn({ tenantId: due.tenantId, customer }, 'Stripe does not know this customer');
    return;
  }
  const date = found.lastResponse.headers.date;
  const knownAt = new Date(date ? Date.parse(date) : 0);
  const none: Telling = {
    ...{ customer, word: { kind: 'look', begunAt, knownAt }, inDoubt: false },
    ...{ subscriptions: [], invoices: [] },
  };
  const { told: subscriptions, unread } = await subscriptionsOf(sdk, due, found.deleted === true);
  yield { told: { ...none, subscriptions }, unread };
  // Nothing is listed of a customer who was deleted.
  if (found.deleted) return;
  let after: string | undefined;
  // What changed since the look before broke off is on the first page; that one goes on from there.
  let resumes = resumeAfter ?? undefined;
  for (let read = 0; read < mostRead; read += atATime) {
    const page = await sdk.invoices.list({
      ...{ customer, limit: atATime },
      ...(after && { starting_after: after }),
    });
    const isFirst = after === undefined;
    after = page.has_more ? page.data.at(-1)?.id : undefined;
    if (isFirst && after && resumes) after = resumes;
    resumes = undefined;
    const { told: invoices, unread: odd } = readAll(page.data, readInvoice);
    yield { told: { ...none, invoices }, unread: odd, lastInvoice: after };
    if (!after) return;
  }
}

async function subscriptionsOf(sdk: Stripe, { customer, open }: DueLook, isDeleted: boolean) {
  const there = isDeleted
    ? []
    : await sdk.subscriptions
        .list({ customer, status: 'all', limit: 100 })
        .autoPagingToArray({ limit: mostRead });
  const listed = new Set(there.map(({ id }) => id));
  const gone: SubscriptionTold[] = [];
  for (const one of open) {
    if (listed.has(one.id)) continue;
    const found = await sdk.subscriptions.retrieve(one.id).catch(absent);
    if (found && isOf(found, customer)) there.push(found);
    else gone.push({ ...ended, ...one });
  }
  const { told, unread } = readAll(there, readSubscription);
  return { told: [...told, ...gone], unread };
}

function readAll<F extends { id?: string }, T>(found: F[], read: (one: F) => T | null) {
  const all = found.map((one) => ({ id: one.id ?? '', told: read(one) }));
  return {
    told: all.flatMap(({ told }) => told ?? []),
    unread: all.flatMap(({ id, told }) => (told ? [] : id)),
  };
}

/** What this customer does not have, or has no more, is over. */
const ended = {
  ...{ ours: null, status: 'canceled', periodStart: null, periodEnd: null },
  ...{ trialEnd: null, cancelAt: null },
} as const;

const isAbsent = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';

function absent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}
