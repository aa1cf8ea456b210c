import { and, arrayOverlaps, desc, eq, inArray, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { everyKind } from './shapes';
import { unsent, withTry } from './tries';
import { lockWebhooks, wakeUp } from './wake-up';

interface Event {
  eventId: string;
  kind: string;
  body: string;
}

const d = webhookDeliveries;
const w = webhookEndpoints;

/** Most messages that wait for one webhook. */
const mostWaiting = 1_000;

/** Begins to deliver an event to each webhook that waits for it now. */
export async function fanOut({ db }: ControlCtx, event: Event): Promise<void> {
  const waiting = await db
    .select({ id: w.id })
    .from(w)
    .where(and(eq(w.state, 'active'), arrayOverlaps(w.kinds, [event.kind, everyKind])));
  await beginDeliveries(
    db,
    waiting.map(({ id }) => id),
    event,
  );
}

/** Notes an event for webhooks and has it sent to them. */
export async function beginDeliveries(db: ControlDb, webhookIds: string[], event: Event) {
  // One that was removed meanwhile hears of nothing.
  const there = webhookIds.length > 0 ? await lockWebhooks(db, webhookIds) : [];
  if (there.length === 0) return;
  await db
    .insert(d)
    .values(there.map(({ id }) => ({ id: uuidv7(), endpointId: id, nextAt: sql`now()`, ...event })))
    .onConflictDoNothing();
  for (const { id } of there) await giveUpOldest(db, id);
  await wakeUp(db, webhookIds);
}

/** Of what waits for a webhook the oldest goes where there is too much; its log says so. */
const giveUpOldest = (db: ControlDb, id: string) =>
  db
    .update(d)
    .set({ state: 'failed', nextAt: null, tries: withTry(unsent('crowded')) })
    .where(
      inArray(
        d.id,
        db
          .select({ id: d.id })
          .from(d)
          .where(and(eq(d.endpointId, id), eq(d.state, 'waiting')))
          .orderBy(desc(d.id))
          .offset(mostWaiting),
      ),
    );
