import { and, arrayOverlaps, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { ControlDb } from '@/db/control';
import { webhookDeliveries, webhookEndpoints } from '@/db/schema/control';
import type { ControlCtx } from '../doors/ctx';
import { enqueueControlJobs } from '../jobs/enqueue';
import { everyKind } from './shapes';

interface Event {
  eventId: string;
  kind: string;
  body: string;
}

const d = webhookDeliveries;
const w = webhookEndpoints;

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
  if (webhookIds.length === 0) return;
  const begun = await db
    .insert(d)
    .values(webhookIds.map((endpointId) => ({ id: uuidv7(), endpointId, ...event })))
    .onConflictDoNothing()
    .returning({ id: d.id, webhookId: d.endpointId });
  await enqueueControlJobs(
    db,
    'webhooks.deliver',
    begun.map(({ id, webhookId }) => ({ webhookId, webhookDeliveryId: id, attempt: 0 })),
  );
}
