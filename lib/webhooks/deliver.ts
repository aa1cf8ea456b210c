import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { type DeliveryTry, webhookDeliveries, webhookEndpoints } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { inTurn } from './endpoints';
import { post, type Tried } from './post';
import { patienceDays, secondsOfRest, secondsToNext, secondsToRecover } from './schedule';
import { signedHeaders } from './secrets';
import { shut } from './shut';
import { unsent, withTry } from './tries';
import { lockWebhooks, wakeUp } from './wake-up';

const d = webhookDeliveries;
const w = webhookEndpoints;

/** How often a webhook is looked at again while its workspace is suspended. */
const whileShutSeconds = 3_600;

/** Then other webhooks have their turn. */
const turnMs = 4_000;
const mostInTurn = 50;

/**
 * Makes a try at each message that is due at a webhook, one after another, until it is to be left alone
 * or others have their turn; then sees to when the next one is. A worker that dies in between tries
 * again, with the same id.
 */
export async function deliver(ctx: ControlCtx, webhookId: string): Promise<void> {
  const sleeps = ctx.tenant.status !== 'active';
  const endsAt = performance.now() + turnMs;
  for (let made = 0; !sleeps && made < mostInTurn && performance.now() < endsAt; made++) {
    const due = await findDue(ctx.db, webhookId);
    if (!due || due.rests) break;
    if (due.state !== 'active') {
      await ctx.transact((db) => giveUpDue(db, webhookId));
      break;
    }
    const tried = await tryOnce(due);
    await ctx.transact((db) => settle({ ...ctx, db }, due, tried));
  }
  const notBeforeSeconds = sleeps ? whileShutSeconds : 0;
  await ctx.transact((db) => wakeUp(db, [webhookId], { notBeforeSeconds }));
}

type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>;

async function findDue(db: ControlDb, webhookId: string) {
  const [found] = await db
    .select({
      id: w.id,
      tenantId: w.tenantId,
      name: w.name,
      url: w.url,
      state: w.state,
      secret: w.secret,
      former: sql<string | null>`case when ${w.formerUntil} > now() then ${w.formerSecret} end`,
      rests: sql<boolean>`coalesce(${w.restsUntil} > now(), false)`,
      isTired: sql<boolean>`coalesce(${w.failingSince} <= now()
        - make_interval(days => ${patienceDays}), false)`,
      deliveryId: d.id,
      eventId: d.eventId,
      body: d.body,
      attempts: d.attempts,
      before: d.attemptsBefore,
    })
    .from(d)
    .innerJoin(w, eq(w.id, d.endpointId))
    .where(isDue(webhookId))
    .orderBy(asc(d.nextAt), asc(d.id))
    .limit(1);
  if (!found) return null;
  const { secret, former, ...due } = found;
  return { ...due, secrets: former ? [secret, former] : [secret] };
}

const isDue = (webhookId: string) =>
  and(eq(d.endpointId, webhookId), eq(d.state, 'waiting'), lte(d.nextAt, sql`now()`));

async function giveUpDue(db: ControlDb, webhookId: string) {
  await lockWebhooks(db, [webhookId]);
  await db
    .update(d)
    .set({ state: 'failed', nextAt: null, tries: withTry(unsent('off')) })
    .where(isDue(webhookId));
}

async function tryOnce({ id, tenantId, secrets, url, eventId, body }: Due): Promise<Tried> {
  const at = new Date();
  let headers: Record<string, string>;
  try {
    headers = signedHeaders({ id, tenantId }, secrets, { eventId, at, body });
  } catch {
    return { ...unsent('secret'), askedFor: null };
  }
  return await post({ url, headers, body });
}

const isGood = ({ status }: Tried) => status !== null && status >= 200 && status < 300;

/** That of a receiver which is there and well, and takes no offence at this one message. */
const answered = ({ status }: Tried) => status !== null && status < 500 && status !== 429;

/** Notes a try at the delivery and at its webhook, which it shuts where that was the last. */
async function settle(ctx: ControlCtx, due: Due, tried: Tried): Promise<void> {
  const { db } = ctx;
  const { askedFor, ...entry } = tried;
  const good = isGood(tried);
  const isGone = tried.status === 410;
  const verdict = isGone ? 'gone' : !good && due.isTired ? 'failed' : null;
  if (verdict) await inTurn(db);
  await lockWebhooks(db, [due.id]);
  const wait = good || isGone ? null : secondsToNext(due.attempts + 1 - due.before, askedFor);
  const state = good ? 'delivered' : wait === null ? 'failed' : 'waiting';
  if (!(await note(db, due, { tried: entry, state, next: wait }))) return;
  await (good ? noteSuccess(db, due.id, tried) : noteFailure(db, due.id, tried));
  if (verdict) await shut(ctx, due, verdict);
}

interface Outcome {
  tried: DeliveryTry;
  state: 'waiting' | 'delivered' | 'failed';
  /** Seconds. */
  next: number | null;
}

/** False where somebody else made this very try meanwhile. */
async function note(db: ControlDb, due: Due, { tried, state, next }: Outcome) {
  const noted = await db
    .update(d)
    .set({
      state,
      attempts: due.attempts + 1,
      nextAt: next === null ? null : sql`now() + make_interval(secs => ${next})`,
      tries: withTry(tried),
    })
    .where(and(eq(d.id, due.deliveryId), eq(d.state, 'waiting'), eq(d.attempts, due.attempts)))
    .returning({ id: d.id });
  return noted.length > 0;
}

const restFor = (seconds: number) =>
  seconds > 0 ? sql`now() + make_interval(secs => ${seconds})` : null;

const noteSuccess = (db: ControlDb, id: string, { durationMs }: Tried) =>
  db
    .update(w)
    .set({ failures: 0, failingSince: null, restsUntil: restFor(secondsToRecover(durationMs)) })
    .where(
      secondsToRecover(durationMs) > 0
        ? eq(w.id, id)
        : and(eq(w.id, id), sql`${w.failingSince} is not null`),
    );

async function noteFailure(db: ControlDb, id: string, tried: Tried): Promise<void> {
  const [row] = await db
    .update(w)
    .set({
      failures: sql`${w.failures} + 1`,
      failingSince: sql`coalesce(${w.failingSince}, now())`,
    })
    .where(eq(w.id, id))
    .returning({ failures: w.failures });
  if (!row) return;
  const slow = secondsToRecover(tried.durationMs);
  const rest = answered(tried) ? slow : Math.max(secondsOfRest(row.failures, tried.askedFor), slow);
  if (rest > 0)
    await db
      .update(w)
      .set({ restsUntil: restFor(rest) })
      .where(eq(w.id, id));
}
