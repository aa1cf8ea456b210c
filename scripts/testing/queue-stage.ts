import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { openStaff } from '@/lib/platform/testing/staff';
import { furnishQueue } from './worker';

export interface QueueStage {
  world: World;
  asStaff: () => DoorCall;
  /** A tenant whose jobs weigh so much. */
  tenant(weight?: number): Promise<TestTenant>;
  /** Queues jobs in one statement; answers the id of the first. Those that fail name a job that is none. */
  queue(tenant: TestTenant, count: number, options?: { failing?: boolean }): Promise<string>;
  /** How many jobs of a tenant are done. */
  done(tenant: TestTenant): Promise<number>;
  waiting(tenant: TestTenant): Promise<number>;
  /** Waits until a job is done; answers after how many milliseconds since it was queued. */
  waitFor(jobId: string): Promise<number>;
  end(): Promise<void>;
}

/** A reminder of what was called off: it does next to nothing, and leaves its id behind as every job does. */
const job = 'deletion.remind';

export async function openQueueStage(): Promise<QueueStage> {
  const world = await openWorld();
  const asStaff = await openStaff(world);
  await furnishQueue(world.database);
  const query = world.database.query.bind(world.database);
  const count = async (text: string, tenant: TestTenant) => {
    const [row] = await query<{ n: number }>(`select count(*)::int as n from ${text}`, [
      tenant.tenantId,
    ]);
    return row?.n ?? 0;
  };
  return {
    world,
    asStaff,
    tenant: async (weight) => {
      const tenant = await world.tenant();
      const terms = weight === undefined ? undefined : { queueWeight: weight };
      if (terms) await putOn(asStaff, tenant.tenantId, await publishPlan(asStaff, terms));
      return tenant;
    },
    queue: async ({ tenantId }, n, { failing = false } = {}) => {
      const first = uuidv7();
      await query(
        `insert into control.outbox (tenant_id, id, job, payload)
         select $1, case n when 1 then $2::uuid else app.uuid7() end, $3,
           jsonb_build_object('deletionId', $2::text)
         from generate_series(1, $4::int) n`,
        [tenantId, first, failing ? 'no.such.job' : job, n],
      );
      return first;
    },
    done: (tenant) => count(`control.job_runs where tenant_id = $1 and job = '${job}'`, tenant),
    waiting: (tenant) =>
      count('control.outbox where tenant_id = $1 and admitted_at is null', tenant),
    waitFor: async (jobId) => {
      for (;;) {
        const [row] = await query<{ ms: number }>(
          `select extract(epoch from r.finished_at - o.created_at)::float8 * 1000 as ms
           from control.job_runs r join control.outbox o on o.id = r.id where r.id = $1`,
          [jobId],
        );
        if (row) return row.ms;
        await pause(20);
      }
    },
    end: () => world.end(),
  };
}
