import { asc, inArray, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { controlOutbox, webhookDeliveries, webhookEndpoints } from '@/db/schema/control';

const d = webhookDeliveries;
const o = controlOutbox;
const w = webhookEndpoints;

/**
 * Has the worker come to webhooks when the first of what waits for them is due: one job for each,
 * however much waits, and none where one comes as early. Locks the webhooks until the commit.
 */
export async function wakeUp(
  db: ControlDb,
  webhookIds: readonly string[],
  { notBeforeSeconds = 0 } = {},
): Promise<void> {
  if (webhookIds.length === 0) return;
  await lockWebhooks(db, webhookIds);
  const due = sql`select ${w.id}::text as id, greatest(min(${d.nextAt}), ${w.restsUntil},
      now() + make_interval(secs => ${notBeforeSeconds})) as at
    from ${w} join ${d} on ${d.endpointId} = ${w.id} and ${d.state} = 'waiting'
      and ${d.nextAt} is not null
    where ${inArray(w.id, [...webhookIds])}
    group by ${w.id}, ${w.restsUntil}`;
  // A row that somebody holds is being admitted: its job may have looked already.
  await db.execute(sql`
    insert into ${o} (id, job, payload, available_at)
    select app.uuid7(), 'webhooks.deliver', jsonb_build_object('webhookId', due.id), due.at
    from (${due}) due
    where not exists (select 1 from ${o} where ${o.admittedAt} is null
      and ${o.job} = 'webhooks.deliver' and ${o.payload} ->> 'webhookId' = due.id
      and ${o.availableAt} <= due.at for share skip locked)`);
}

/** Whoever writes a webhook and its deliveries takes this lock first, after that of the tenant. */
export const lockWebhooks = (db: ControlDb, ids: readonly string[]) =>
  db
    .select({ id: w.id })
    .from(w)
    .where(inArray(w.id, [...ids]))
    .orderBy(asc(w.id))
    .for('no key update');
