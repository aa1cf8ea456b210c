import type { WorkerUtils } from 'graphile-worker';
import { isLined } from '@/lib/jobs/queue-spec';
import type { Load } from './queue-shares';

interface Row {
  tenant: string;
  job: string;
  fresh: number;
  failing: number;
}

/** A job that a hand has just let go of: its row is taken away, or its lock, a moment later. */
export interface EndedJob {
  id: string;
  tenantId: string;
  failed: boolean;
}

/**
 * What is in the queue by tenant. It holds few jobs of each at a time, those that failed among them, so
 * that counting them is cheap however many wait in the outboxes. What has ended holds no hand any more.
 */
export const loadsIn = (
  queue: Pick<WorkerUtils, 'withPgClient'>,
  ended: readonly EndedJob[] = [],
): Promise<Map<string, Load>> =>
  queue.withPgClient(async (client) => {
    const idsOf = (failed: boolean) =>
      ended.filter((job) => job.failed === failed).map(({ id }) => id);
    // A job at work counts the try that it is in.
    const { rows } = await client.query<Row>(
      `select payload ->> 'tenantId' as tenant, payload ->> 'job' as job,
         count(*) filter (where tries = 0)::int as fresh,
         count(*) filter (where tries > 0)::int as failing
       from (select payload,
           attempts - (locked_at is not null and id <> all($2::bigint[]))::int as tries
         from graphile_worker._private_jobs where id <> all($1::bigint[])) j
       group by 1, 2`,
      [idsOf(false), idsOf(true)],
    );
    return loadsOf(rows);
  });

function loadsOf(rows: readonly Row[]): Map<string, Load> {
  const loads = new Map<string, Load & { failing: Map<string, number> }>();
  for (const { tenant, job, fresh, failing } of rows) {
    const load = loads.get(tenant) ?? { held: 0, lined: 0, failing: new Map() };
    if (isLined(job)) load.lined += fresh;
    else load.held += fresh;
    load.failing.set(job, failing);
    loads.set(tenant, load);
  }
  return loads;
}

/**
 * Has jobs that failed wait for each other, tenant by tenant: when the time of many comes at once, they
 * take one hand. Its first retry is seconds away when a job has failed.
 */
export const lineUpFailed = (queue: Pick<WorkerUtils, 'withPgClient'>): Promise<void> =>
  queue.withPgClient(async (client) => {
    const failed = `j.attempts > 0 and j.locked_at is null and j.job_queue_id is null`;
    const line = `'again.' || (j.payload ->> 'tenantId')`;
    const { rowCount } = await client.query(
      `select from graphile_worker._private_jobs j where ${failed} limit 1`,
    );
    if (!rowCount) return;
    await client.query(
      `insert into graphile_worker._private_job_queues (queue_name)
       select distinct ${line} from graphile_worker._private_jobs j where ${failed}
       on conflict (queue_name) do nothing`,
    );
    await client.query(
      `update graphile_worker._private_jobs j set job_queue_id = q.id
       from graphile_worker._private_job_queues q
       where q.queue_name = ${line} and ${failed}`,
    );
  });
