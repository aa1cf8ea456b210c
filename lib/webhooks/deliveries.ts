import { and, asc, desc, eq, gt, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { type DeliveryTry, webhookDeliveries, webhookEndpoints } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { eventBody } from '../doors/event';
import { AppError, notFound } from '../errors';
import { getWebhook, wantAuditRight } from './endpoints';
import { beginDeliveries } from './fan-out';
import type { DeliveryDetail, DeliveryPage, DeliveryQuery } from './shapes';
import { wakeUp } from './wake-up';

const d = webhookDeliveries;
const w = webhookEndpoints;

const facts = {
  id: d.id,
  webhookId: d.endpointId,
  eventId: d.eventId,
  kind: d.kind,
  state: d.state,
  attempts: d.attempts,
  createdAt: d.createdAt,
  // A webhook that rests is not tried before.
  nextAt: sql<Date | null>`case when ${d.state} = 'waiting' then greatest(${d.nextAt},
    (select ${w.restsUntil} from ${w} where ${w.id} = ${d.endpointId})) end`.mapWith(d.nextAt),
};

/** What was sent to a webhook in the last thirty days, newest first. Throws `not_found`. */
export async function listDeliveries(
  { db }: ControlCtx,
  { id, state, kind, cursor, size }: z.output<typeof DeliveryQuery>,
): Promise<z.input<typeof DeliveryPage>> {
  await getWebhook(db, id);
  const rows = await db
    .select({ ...facts, last: sql<DeliveryTry | null>`${d.tries} -> -1` })
    .from(d)
    .where(
      and(
        eq(d.endpointId, id),
        state ? eq(d.state, state) : undefined,
        kind ? eq(d.kind, kind) : undefined,
        cursor ? lt(d.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(d.id))
    .limit(size + 1);
  const deliveries = rows.slice(0, size);
  return { deliveries, older: rows.length > size ? (deliveries.at(-1)?.id ?? null) : null };
}

/** One with its message and its last tries. Throws `not_found`, `forbidden`. */
export async function getDelivery(
  ctx: ControlCtx,
  id: string,
): Promise<z.input<typeof DeliveryDetail>> {
  wantAuditRight(ctx);
  const [found] = await ctx.db
    .select({ ...facts, body: d.body, tries: d.tries })
    .from(d)
    .where(eq(d.id, id));
  if (!found) throw notFound('This delivery');
  return found;
}

/** Sends a message that stands for no event. Throws `not_found`, `precondition` for one that is off. */
export async function sendTest(ctx: ControlCtx, id: string): Promise<void> {
  const { db, tenant, actor } = ctx;
  const { name } = await wake(db, id);
  const kind = 'webhooks.ping';
  const body = eventBody(kind, {
    tenant: tenant.slug,
    actor: { kind: actor.kind, id: actor.id },
    about: { kind: 'webhook', id },
    detail: null,
  });
  await beginDeliveries(db, [id], { eventId: uuidv7(), kind, body });
  ctx.about('webhook', id, { name });
}

/** Sends one message again at once, under the same id. Throws `not_found`, `precondition`. */
export async function replay(ctx: ControlCtx, id: string): Promise<void> {
  const [found] = await ctx.db.select(facts).from(d).where(eq(d.id, id));
  if (!found) throw notFound('This delivery');
  await wake(ctx.db, found.webhookId);
  await beginAgain(ctx.db, found.webhookId, [id]);
  ctx.about('webhook', found.webhookId, { event: found.eventId, kind: found.kind });
}

interface Range {
  id: string;
  from: string;
  to: string;
  /** Those that did not arrive, or all. */
  which: 'failed' | 'all';
  /** From `next` of the answer before. */
  cursor?: string | undefined;
}

/** Most messages that are sent again at a time. */
const mostAgain = 500;

/**
 * Sends messages of a time again, the oldest first and at most 500. Answers how many, and where the
 * next ones begin. Throws `not_found`, `precondition`.
 */
export async function replayRange(ctx: ControlCtx, { id, from, to, which, cursor }: Range) {
  await wake(ctx.db, id);
  const found = await ctx.db
    .select({ id: d.id })
    .from(d)
    .where(
      and(
        eq(d.endpointId, id),
        which === 'failed' ? eq(d.state, 'failed') : ne(d.state, 'waiting'),
        gte(d.createdAt, new Date(from)),
        lt(d.createdAt, new Date(to)),
        cursor ? gt(d.id, cursor) : undefined,
      ),
    )
    .orderBy(asc(d.id))
    .limit(mostAgain + 1);
  const ids = found.slice(0, mostAgain).map((one) => one.id);
  await beginAgain(ctx.db, id, ids);
  ctx.about('webhook', id, { from, to, which, count: ids.length });
  return { count: ids.length, next: found.length > mostAgain ? (ids.at(-1) ?? null) : null };
}

async function beginAgain(db: ControlDb, webhookId: string, ids: string[]) {
  if (ids.length === 0) return;
  await db
    .update(d)
    .set({ state: 'waiting', attemptsBefore: sql`${d.attempts}`, nextAt: sql`now()` })
    .where(inArray(d.id, ids));
  await wakeUp(db, [webhookId]);
}

/** Somebody waits for an answer: a webhook that rests is tried all the same. */
async function wake(db: ControlDb, id: string) {
  const webhook = await getWebhook(db, id);
  if (webhook.state !== 'active') {
    throw new AppError('precondition', 'Turn the webhook on first.');
  }
  await db.update(w).set({ restsUntil: null }).where(eq(w.id, id));
  return webhook;
}
