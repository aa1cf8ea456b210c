import type { ControlDb } from '@/db/control';
import { controlOutbox } from '@/db/schema/control';
import { outbox } from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';

export interface JobOptions {
  /** Not before this time. */
  at?: Date;
}

/*
 * A job is a procedure with permission `job`, run later by the worker for the same tenant. The row
 * joins the caller's transaction: no commit, no job; a commit, exactly one effect.
 */

/** Enqueues from a verb of the tenant plane. `job` is the procedure's name. */
export async function enqueueTenantJob(
  db: TenantDb,
  job: string,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  await db.insert(outbox).values({ job, payload, ...(options.at && { availableAt: options.at }) });
}

/** Enqueues from a verb of the control or pool plane. */
export async function enqueueControlJob(
  db: ControlDb,
  job: string,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  await db
    .insert(controlOutbox)
    .values({ job, payload, ...(options.at && { availableAt: options.at }) });
}
