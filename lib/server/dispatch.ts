import { and, asc, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { WorkerUtils } from 'graphile-worker';
import { v7 as uuidv7 } from 'uuid';
import { connectionNames, silentConnections } from '@/db/client';
import { type ControlDb, withControl } from '@/db/control';
import { dedicatedTenants, waitingInControl, waitingOn } from '@/db/directory';
import { controlOutbox } from '@/db/schema/control';
import { outbox } from '@/db/schema/tenant';
import { mintControlScope, mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import type { JobPayload, OutboxPlane } from '@/lib/jobs/payload';
import { queueSpec, taskOf } from '@/lib/jobs/queue-spec';
import { log } from '@/lib/log';

/** How many jobs one sweep admits of one tenant, so that none crowds out another. */
const perTenant = 20;
const tenantsPerSweep = 50;

type Queue = Pick<WorkerUtils, 'addJob'>;

/** Where the round of tenants with homes goes on with the next sweep, by server. */
const visited = new Map<string, string | null>();

/**
 * Admits waiting jobs of both planes into the queue, a few of each tenant at a time. A job admitted
 * twice keeps one key, and its handler's own record keeps the effect single. A tenant or server that
 * cannot be reached holds up no other. Answers how many jobs were admitted.
 */
export async function dispatch(queue: Queue): Promise<number> {
  const sweeps = connectionNames().map((connection) => dispatchOn(connection, queue));
  const admitted = await Promise.all([dispatchControl(queue), ...sweeps]);
  return admitted.reduce((sum, count) => sum + count, 0);
}

/** The control plane's part. */
export const dispatchControl = async (queue: Queue): Promise<number> =>
  await admitAll('control', await waitingInControl(tenantsPerSweep), queue);

/** The part of the tenants on one server: those in its shared tables, and some of its homes in turn. */
export async function dispatchOn(connection: string, queue: Queue): Promise<number> {
  if (silentConnections().includes(connection)) return 0;
  const waiting = await waitingOn(connection, tenantsPerSweep);
  return await admitAll('tenant', [...waiting, ...(await nextDedicated(connection))], queue);
}

async function nextDedicated(connection: string): Promise<string[]> {
  const found = await dedicatedTenants(
    connection,
    visited.get(connection) ?? null,
    tenantsPerSweep,
  );
  visited.set(connection, found.length < tenantsPerSweep ? null : (found.at(-1) ?? null));
  return found;
}

async function admitAll(plane: OutboxPlane, tenantIds: string[], queue: Queue): Promise<number> {
  let admitted = 0;
  for (const tenantId of tenantIds) {
    admitted += await admitOf(plane, tenantId, queue).catch((error: unknown) => {
      log.error({ err: error, tenantId, plane }, 'the outbox of a tenant cannot be read');
      return 0;
    });
  }
  return admitted;
}

async function admitOf(plane: OutboxPlane, tenantId: string, queue: Queue) {
  const who = { tenantId, actorId: null, requestId: uuidv7() };
  const options = { write: true };
  const admit = (db: TenantDb | ControlDb) => admitRows(plane, db as TenantDb, { tenantId, queue });
  return plane === 'tenant'
    ? await withTenant(mintTenantScope(who), admit, options)
    : await withControl(mintControlScope(who), admit, options);
}

async function admitRows(
  plane: OutboxPlane,
  db: TenantDb,
  { tenantId, queue }: { tenantId: string; queue: Queue },
) {
  const table = (plane === 'tenant' ? outbox : controlOutbox) as typeof outbox;
  const waiting = await db
    .select({ id: table.id, job: table.job, payload: table.payload })
    .from(table)
    .where(and(isNull(table.admittedAt), lte(table.availableAt, sql`now()`)))
    // A mail waits behind no event, of which a tenant may have thousands.
    .orderBy(asc(sql`${table.job} like 'webhooks.%'`), asc(table.availableAt))
    .limit(perTenant)
    .for('update', { skipLocked: true });
  for (const { id, job, payload } of waiting) {
    const task: JobPayload = { tenantId, plane, outboxId: id, job, input: payload };
    await queue.addJob(taskOf(task), task, queueSpec(task));
  }
  if (waiting.length > 0) {
    await db
      .update(table)
      // What was said in an event is kept no longer than its deliveries.
      .set({
        admittedAt: new Date(),
        payload: sql`case when ${table.job} = 'webhooks.fanOut'
          then ${table.payload} - 'body' else ${table.payload} end`,
      })
      .where(
        inArray(
          table.id,
          waiting.map((row) => row.id),
        ),
      );
  }
  return waiting.length;
}
