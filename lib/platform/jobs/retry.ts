import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { parkedJobs } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { Reason } from '../reason';

export const JobRetry = z.strictObject({ id: z.uuid(), reason: Reason });

export const JobRetried = z.strictObject({ id: z.uuid() });

/**
 * Has a parked job put back into the queue, with as many attempts as at first. Throws `not_found`,
 * `precondition`.
 */
export async function retryJob(
  ctx: PlatformCtx,
  { id }: z.output<typeof JobRetry>,
): Promise<z.output<typeof JobRetried>> {
  const { tenantId, id: jobId, retryAskedAt } = parkedJobs;
  const [found] = await ctx.db
    .select({ tenantId, job: parkedJobs.job })
    .from(parkedJobs)
    .where(eq(jobId, id));
  if (!found) throw notFound('This job');
  const asked = await ctx.db
    .update(parkedJobs)
    .set({ retryAskedAt: databaseNow })
    .where(and(eq(tenantId, found.tenantId), eq(jobId, id), isNull(retryAskedAt)))
    .returning({ id: jobId });
  if (asked.length === 0) throw new AppError('precondition', 'It is being tried again already.');
  ctx.about('tenant', found.tenantId, { jobId: id, job: found.job });
  return { id };
}
