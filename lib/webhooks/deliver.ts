import { and, eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { type DeliveryTry, webhookDeliveries, webhookEndpoints } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { enqueueControlJob } from '../jobs/enqueue';
import { post, type Tried } from './post';
import { patienceDays, secondsOfRest, secondsToNext } from './schedule';
import { signedHeaders } from './secrets';
import { shut } from './shut';

const d = webhookDeliveries;
const w = webhookEndpoints;

interface DeliveryJob {
  webhookId: string;
  webhookDeliveryId: string;
  /** How many tries came before: whoever comes second to the same one finds it made. */
  attempt: number;
}

/** How often a delivery is looked at again while its workspace is suspended. */
const whileShutSeconds = 3_600;
const keptTries = 20;

/**
 * Makes one try to deliver an event, and notes what came of it and when the next one is. Nothing where
 * that try was made. A worker that dies in between tries again, with the same id.
 */
export async function deliver(ctx: ControlCtx, job: DeliveryJob): Promise<void> {
  const due = await findDue(ctx.db, job);
  if (!due) return;
  if (ctx.tenant.status !== 'active') return await putOff(ctx, job, whileShutSeconds);
  if (due.state !== 'active') {
    await ctx.transact((db) => note(db, job, { tried: unsent(), state: 'failed', next: null }));
    return;
  }
  if (due.restSeconds > 0) return await putOff(ctx, job, due.restSeconds + Math.random());
  const at = new Date();
  const { id, tenantId, secrets, url, eventId, body } = due;
  const headers = signedHeaders({ id, tenantId }, secrets, { eventId, at, body });
  const tried = await post({ url, headers, body });
  const verdict = await ctx.transact((db) => settle(db, { ...job, ...due }, tried));
  if (verdict) await shut(ctx, { id, name: due.name, url }, verdict);
}

type Due = NonNullable<Awaited<ReturnType<typeof findDue>>>;

async function findDue(db: ControlDb, { webhookDeliveryId, attempt }: DeliveryJob) {
  const [found] = await db
    .select({
      id: w.id,
      tenantId: w.tenantId,
      name: w.name,
      url: w.url,
      state: w.state,
      secret: w.secret,
      former: sql<string | null>`case when ${w.formerUntil} > now() then ${w.formerSecret} end`,
      restSeconds: sql<number>`coalesce(extract(epoch from ${w.restsUntil} - now()), 0)::float8`,
      eventId: d.eventId,
      body: d.body,
      before: d.attemptsBefore,
    })
    .from(d)
    .innerJoin(w, eq(w.id, d.endpointId))
    .where(and(eq(d.id, webhookDeliveryId), eq(d.state, 'waiting'), eq(d.attempts, attempt)));
  if (!found) return null;
  const { secret, former, ...due } = found;
  return { ...due, secrets: former ? [secret, former] : [secret] };
}

/** Comes back later without having tried. */
async function putOff(ctx: ControlCtx, job: DeliveryJob, seconds: number) {
  await ctx.transact(async (db) => {
    const at = new Date(Date.now() + seconds * 1000);
    const waits = await db.update(d).set({ nextAt: at }).where(isSame(job)).returning({ id: d.id });
    if (waits.length > 0) await enqueueControlJob(db, 'webhooks.deliver', { ...job }, { at });
  });
}

const isSame = ({ webhookDeliveryId, attempt }: DeliveryJob) =>
  and(eq(d.id, webhookDeliveryId), eq(d.state, 'waiting'), eq(d.attempts, attempt));

const isGood = ({ status }: Tried) => status !== null && status >= 200 && status < 300;

/** That of a receiver which is there and well, and takes no offence at this one message. */
const answered = ({ status }: Tried) => status !== null && status < 500 && status !== 429;

/** Notes a try at the delivery and at its webhook. Answers why the webhook is to be shut, if it is. */
async function settle(
  db: ControlDb,
  job: DeliveryJob & Due,
  tried: Tried,
): Promise<'gone' | 'failed' | null> {
  const { askedFor, ...entry } = tried;
  const good = isGood(tried);
  const isGone = tried.status === 410;
  const wait = good || isGone ? null : secondsToNext(job.attempt + 1 - job.before, askedFor);
  const state = good ? 'delivered' : wait === null ? 'failed' : 'waiting';
  const noted = await note(db, job, { tried: entry, state, next: wait });
  if (!noted) return null;
  if (wait !== null) {
    const at = new Date(Date.now() + wait * 1000);
    const { webhookId, webhookDeliveryId, attempt } = job;
    const next = { webhookId, webhookDeliveryId, attempt: attempt + 1 };
    await enqueueControlJob(db, 'webhooks.deliver', next, { at });
  }
  if (good) {
    await db
      .update(w)
      .set({ failures: 0, failingSince: null, restsUntil: null })
      .where(and(eq(w.id, job.id), sql`${w.failingSince} is not null`));
    return null;
  }
  return isGone ? 'gone' : await noteFailure(db, job.id, tried);
}

interface Outcome {
  tried: DeliveryTry;
  state: 'waiting' | 'delivered' | 'failed';
  /** Seconds. */
  next: number | null;
}

/** False where somebody else made this very try meanwhile. */
async function note(db: ControlDb, job: DeliveryJob, { tried, state, next }: Outcome) {
  const isTry = tried.fault !== 'off';
  const noted = await db
    .update(d)
    .set({
      state,
      ...(isTry && { attempts: job.attempt + 1 }),
      nextAt: next === null ? null : new Date(Date.now() + next * 1000),
      tries: sql`(case when jsonb_array_length(${d.tries}) >= ${keptTries}
        then ${d.tries} - 0 else ${d.tries} end) || ${JSON.stringify([tried])}::jsonb`,
    })
    .where(isSame(job))
    .returning({ id: d.id });
  return noted.length > 0;
}

async function noteFailure(db: ControlDb, id: string, tried: Tried): Promise<'failed' | null> {
  const [row] = await db
    .update(w)
    .set({
      failures: sql`${w.failures} + 1`,
      failingSince: sql`coalesce(${w.failingSince}, now())`,
    })
    .where(eq(w.id, id))
    .returning({
      failures: w.failures,
      isOver: sql<boolean>`${w.failingSince} <= now() - make_interval(days => ${patienceDays})`,
    });
  if (!row) return null;
  if (!answered(tried)) {
    const rest = Math.max(secondsOfRest(row.failures), tried.askedFor ?? 0);
    await db
      .update(w)
      .set({ restsUntil: sql`now() + make_interval(secs => ${rest})` })
      .where(eq(w.id, id));
  }
  return row.isOver ? 'failed' : null;
}

const unsent = (): DeliveryTry => ({
  ...{ at: new Date().toISOString(), status: null, fault: 'off', durationMs: 0, answer: '' },
});
