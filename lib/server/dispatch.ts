import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { WorkerUtils } from 'graphile-worker';
import { v7 as uuidv7 } from 'uuid';
import { silentConnections } from '@/db/client';
import { type ControlDb, withControl } from '@/db/control';
import { dedicatedTenants, queueWeights, waitingInControl, waitingOn } from '@/db/directory';
import { controlOutbox } from '@/db/schema/control';
import { outbox } from '@/db/schema/tenant';
import { mintControlScope, mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import { read } from '@/db/wire/access';
import type { JobPayload, OutboxPlane } from '@/lib/jobs/payload';
import { isLined, isPatient, queueSpec, taskOf } from '@/lib/jobs/queue-spec';
import { log } from '@/lib/log';
import { type EndedJob, loadsIn } from './queue-load';
import { type Room, roomsIn } from './queue-shares';

/** How many tenants are looked at together, and how many homes in one sweep. */
const tenantsAtOnce = 50;
/** Jobs of one kind that are looked at to choose from. */
const mostOfKind = 20;

export interface Queue extends Pick<WorkerUtils, 'addJob' | 'withPgClient'> {
  /** Jobs that are worked on at a time. */
  hands: number;
}

/** Where each round of homes goes on with the next sweep, by server. */
const visited = new Map<string, string | null>();

/*
 * Jobs wait in the outboxes and only a few of each tenant are in the queue at a time, by its weight:
 * whoever has queued a hundred thousand has no more in front of others than whoever queued ten. A job
 * admitted twice keeps one key, and its handler's own record keeps the effect single. A tenant or
 * server that cannot be reached holds up no other.
 */

/** Admits waiting jobs of the control plane; answers how many. */
export const dispatchControl = (queue: Queue): Promise<number> =>
  admitRound('control', waitingInControl, queue);

/** The part of the tenants on one server: those in its shared tables, and some of its homes in turn. */
export async function dispatchOn(connection: string, queue: Queue): Promise<number> {
  if (silentConnections().includes(connection)) return 0;
  const list: List = (after, limit) => waitingOn(connection, after, limit);
  const parts = await Promise.allSettled([
    admitRound('tenant', list, queue),
    admitHomes(connection, queue),
  ]);
  for (const part of parts) {
    if (part.status === 'rejected') log.error({ err: part.reason, connection }, 'dispatch failed');
  }
  return parts.reduce((sum, part) => sum + (part.status === 'fulfilled' ? part.value : 0), 0);
}

async function admitHomes(connection: string, queue: Queue) {
  const perhaps = await inTurn(connection, (after, limit) =>
    dedicatedTenants(connection, after, limit),
  );
  return await admitAll('tenant', { waiting: [], perhaps, queue });
}

/**
 * The part of tenants of whom something has just ended. They count as waiting: whose queue is empty for
 * a moment would leave its hands to the others otherwise.
 */
export const dispatchFor = (
  plane: OutboxPlane,
  ended: readonly EndedJob[],
  queue: Queue,
): Promise<number> =>
  admitAll(plane, { waiting: [...new Set(ended.map(({ tenantId }) => tenantId))], ended, queue });

type List = (after: string | null, limit: number) => Promise<string[]>;

/** Goes once round all tenants that wait: who has just come is not behind many that have no room. */
async function admitRound(plane: OutboxPlane, list: List, queue: Queue): Promise<number> {
  let admitted = 0;
  let after: string | null = null;
  for (;;) {
    const waiting: string[] = await list(after, tenantsAtOnce);
    admitted += await admitAll(plane, { waiting, queue });
    after = waiting.at(-1) ?? null;
    if (waiting.length < tenantsAtOnce) return admitted;
  }
}

/** The next of a round, which begins anew behind the last. */
async function inTurn(round: string, list: List): Promise<string[]> {
  const after = visited.get(round) ?? null;
  const found = await list(after, tenantsAtOnce);
  const isLast = found.length < tenantsAtOnce;
  visited.set(round, isLast ? null : (found.at(-1) ?? null));
  if (!isLast || after === null) return found;
  const first = await list(null, tenantsAtOnce - found.length);
  visited.set(round, first.at(-1) ?? null);
  return [...new Set([...found, ...first])];
}

interface Sweep {
  /** Tenants with jobs that are due. */
  waiting: string[];
  /** Tenants of which that is not known yet. */
  perhaps?: string[];
  /** Jobs that the queue may show at work still. */
  ended?: readonly EndedJob[];
  queue: Queue;
}

async function admitAll(plane: OutboxPlane, { waiting, perhaps = [], ended, queue }: Sweep) {
  const tenantIds = [...waiting, ...perhaps];
  if (tenantIds.length === 0) return 0;
  const loads = await loadsIn(queue, ended);
  const wanting = new Set([...waiting, ...loads.keys()]);
  const weights = await queueWeights([...new Set([...wanting, ...perhaps])]);
  const roomOf = roomsIn({ hands: queue.hands, loads, weights, wanting });
  let admitted = 0;
  for (const tenantId of tenantIds) {
    const room = roomOf(tenantId);
    if (room.held + room.lined === 0) continue;
    admitted += await admitOf(plane, { tenantId, room, queue }).catch((error: unknown) => {
      log.error({ err: error, tenantId, plane }, 'the outbox of a tenant cannot be read');
      return 0;
    });
  }
  return admitted;
}

interface Admission {
  tenantId: string;
  room: Room;
  queue: Queue;
}

async function admitOf(plane: OutboxPlane, admission: Admission) {
  const who = { tenantId: admission.tenantId, actorId: null, requestId: uuidv7() };
  const options = { write: true };
  const admit = (db: TenantDb | ControlDb) => admitRows(plane, db as TenantDb, admission);
  return plane === 'tenant'
    ? await withTenant(mintTenantScope(who), admit, options)
    : await withControl(mintControlScope(who), admit, options);
}

async function admitRows(plane: OutboxPlane, db: TenantDb, { tenantId, room, queue }: Admission) {
  const table = (plane === 'tenant' ? outbox : controlOutbox) as typeof outbox;
  const chosen = chooseFrom(await firstOfEachKind(db, table), room);
  if (chosen.length === 0) return 0;
  const waiting = await db
    .select({ id: table.id, job: table.job, payload: table.payload })
    .from(table)
    .where(and(isNull(table.admittedAt), inArray(table.id, chosen)))
    .for('update', { skipLocked: true });
  for (const { id, job, payload } of waiting) {
    const task: JobPayload = { tenantId, plane, outboxId: id, job, input: payload };
    await queue.addJob(taskOf(task), task, queueSpec(task));
  }
  if (waiting.length === 0) return 0;
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
  return waiting.length;
}

interface Candidate extends Record<string, unknown> {
  id: string;
  job: string;
}

/** Goes from kind to kind by the index: however many of one kind wait, they are not read. */
async function firstOfEachKind(db: TenantDb, table: typeof outbox): Promise<Candidate[]> {
  const { rows } = await db.execute<Candidate>(
    read(sql`
      with recursive kinds as (
        (select o.job from ${table} o where o.admitted_at is null order by o.job limit 1)
        union all
        select (select o.job from ${table} o
          where o.admitted_at is null and o.job > k.job order by o.job limit 1)
        from kinds k where k.job is not null
      )
      select r.id, r.job from kinds k cross join lateral (
        select o.id, o.job, o.available_at from ${table} o
        where o.admitted_at is null and o.job = k.job and o.available_at <= now()
        order by o.available_at limit ${mostOfKind}
      ) r order by r.available_at`),
  );
  return rows;
}

/** A mail waits behind no event, of which a tenant may have thousands. */
function chooseFrom(found: readonly Candidate[], room: Room): string[] {
  const candidates = found.filter(({ job }) => !room.isShutTo(job));
  const lined = candidates.filter(({ job }) => isLined(job)).slice(0, room.lined);
  const others = candidates.filter(({ job }) => !isLined(job));
  const held = [
    ...others.filter(({ job }) => !isPatient(job)),
    ...others.filter(({ job }) => isPatient(job)),
  ].slice(0, room.held);
  return [...held, ...lined].map(({ id }) => id);
}
