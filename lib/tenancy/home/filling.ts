import { and, gt, inArray } from 'drizzle-orm';
import { controlOutbox } from '@/db/schema/control';
import { jobRuns } from '@/db/schema/tenant';
import type { TenantCtx } from '../../doors/ctx';

/** How long a wait is still called normal, milliseconds. */
const patienceMs = 120_000;

/** Whether these jobs were asked for just now and have not all run yet. */
export async function isFilling(ctx: TenantCtx, jobs: readonly string[]): Promise<boolean> {
  if (jobs.length === 0) return false;
  const asked = await ctx.readControl((db) =>
    db
      .select({ id: controlOutbox.id })
      .from(controlOutbox)
      .where(
        and(
          inArray(controlOutbox.job, [...jobs]),
          gt(controlOutbox.createdAt, new Date(Date.now() - patienceMs)),
        ),
      ),
  );
  if (asked.length === 0) return false;
  const ids = asked.map(({ id }) => id);
  const ran = await ctx.db.select({ id: jobRuns.id }).from(jobRuns).where(inArray(jobRuns.id, ids));
  return ran.length < ids.length;
}
