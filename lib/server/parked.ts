import { eq, sql } from 'drizzle-orm';
import type { WorkerUtils } from 'graphile-worker';
import { v7 as uuidv7 } from 'uuid';
import { type ControlDb, withControl } from '@/db/control';
import { parkedToRetry } from '@/db/directory';
import { parkedJobs } from '@/db/schema/control';
import { mintControlScope } from '@/db/scope';
import type { JobPayload } from '@/lib/jobs/payload';
import { queueSpec, taskOf } from '@/lib/jobs/queue-spec';
import { log } from '@/lib/log';

const mostAtOnce = 500;
const mostRetried = 100;
const mostLetters = 300;

type Queue = Pick<WorkerUtils, 'addJob' | 'completeJobs' | 'withPgClient'>;

interface Dead {
  id: string;
  payload: JobPayload;
  attempts: number;
  error: string | null;
}

const lock = `hashtextextended('queue parking', 0)`;

/** Parks what failed for good, then puts back what staff want tried again; one worker at a time does. */
export const tendParked = (queue: Queue): Promise<void> =>
  queue.withPgClient(async (client) => {
    const { rows } = await client.query<{ had: boolean }>(
      `select pg_try_advisory_lock(${lock}) had`,
    );
    if (!rows[0]?.had) return;
    try {
      await parkDead(queue);
      await bringBack(queue);
    } finally {
      await client.query(`select pg_advisory_unlock(${lock})`);
    }
  });

/** Takes jobs that failed as often as they are tried out of the queue and sets them down. */
async function parkDead(queue: Queue) {
  let after = '0';
  for (;;) {
    const dead = await deadAfter(queue, after);
    for (const tenantId of new Set(dead.map(({ payload }) => payload.tenantId))) {
      const jobs = dead.filter(({ payload }) => payload.tenantId === tenantId);
      await park(queue, tenantId, jobs).catch((error: unknown) =>
        log.error({ err: error, tenantId }, 'jobs of a tenant cannot be parked'),
      );
    }
    after = dead.at(-1)?.id ?? after;
    if (dead.length < mostAtOnce) return;
  }
}

const deadAfter = (queue: Queue, after: string): Promise<Dead[]> =>
  queue.withPgClient(async (client) => {
    const { rows } = await client.query<Dead>(
      `select id::text, payload, attempts, last_error as error from graphile_worker._private_jobs j
       where attempts >= max_attempts and locked_at is null and j.id > $1 order by j.id limit $2`,
      [after, mostAtOnce],
    );
    return rows;
  });

/** Whoever dies between the two leaves the second to the next round. */
async function park(queue: Queue, tenantId: string, jobs: readonly Dead[]) {
  const facts = new Map(jobs.map((job) => [job.payload.outboxId, factOf(job)]));
  await inTenant(tenantId, (db) =>
    db
      .insert(parkedJobs)
      .values([...facts].map(([id, fact]) => ({ tenantId, id, ...fact })))
      .onConflictDoUpdate({
        target: [parkedJobs.tenantId, parkedJobs.id],
        // What staff asked for meanwhile stays.
        set: {
          ...{ plane: sql`excluded.plane`, job: sql`excluded.job`, input: sql`excluded.input` },
          ...{ attempts: sql`excluded.attempts`, error: sql`excluded.error` },
          parkedAt: new Date(),
        },
      }),
  );
  await queue.completeJobs(jobs.map(({ id }) => id));
  const kinds = [...new Set(jobs.map(({ payload }) => payload.job))];
  log.warn({ tenantId, kinds, jobs: jobs.length }, 'jobs failed as often as they are tried');
}

function factOf({ payload: { plane, job, input }, attempts, error }: Dead) {
  const [first = ''] = (error ?? '').split('\n');
  return { plane, job, input, attempts, error: first.slice(0, mostLetters) };
}

async function bringBack(queue: Queue) {
  for (const { tenantId, id } of await parkedToRetry(mostRetried)) {
    await bringBackOne(queue, tenantId, id).catch(async (error: unknown) => {
      log.error({ err: error, tenantId, outboxId: id }, 'a parked job cannot be put back');
      await giveUp(tenantId, id).catch(() => undefined);
    });
  }
}

const bringBackOne = (queue: Queue, tenantId: string, id: string) =>
  inTenant(tenantId, async (db) => {
    const [found] = await db.delete(parkedJobs).where(eq(parkedJobs.id, id)).returning();
    if (!found) return;
    const { plane, job, input } = found;
    const payload: JobPayload = { tenantId, plane, outboxId: id, job, input };
    await queue.addJob(taskOf(payload), payload, queueSpec(payload));
  });

/** Staff may ask again, and no other job waits for this one. */
const giveUp = (tenantId: string, id: string) =>
  inTenant(tenantId, (db) =>
    db
      .update(parkedJobs)
      .set({ retryAskedAt: null, error: 'It could not be put back into the queue.' })
      .where(eq(parkedJobs.id, id)),
  );

const inTenant = (tenantId: string, work: (db: ControlDb) => Promise<unknown>) =>
  withControl(mintControlScope({ tenantId, actorId: null, requestId: uuidv7() }), work, {
    write: true,
  });
