import { count, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { parkedJobs, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

const mostShown = 100;

export const ParkedQuery = z.strictObject({ tenantId: z.uuid().optional() });

const ParkedJob = z.strictObject({
  id: z.uuid(),
  tenant: z.strictObject({ id: z.uuid(), name: z.string() }),
  job: z.string(),
  attempts: z.number().int(),
  /** Of the last attempt. */
  error: z.string(),
  parkedAt: z.coerce.date(),
  /** Staff asked for another try, which has not begun. */
  retryAskedAt: z.coerce.date().nullable(),
});
export type ParkedJob = z.output<typeof ParkedJob>;

export const ParkedList = z.strictObject({ jobs: z.array(ParkedJob), count: z.number().int() });

/** The latest hundred jobs that failed as often as they are tried, newest first. */
export async function listParked(
  { db }: PlatformCtx,
  { tenantId }: z.output<typeof ParkedQuery>,
): Promise<z.input<typeof ParkedList>> {
  const ofTenant = tenantId ? eq(parkedJobs.tenantId, tenantId) : undefined;
  const jobs = await db
    .select({
      id: parkedJobs.id,
      tenant: { id: tenants.id, name: tenants.name },
      job: parkedJobs.job,
      attempts: parkedJobs.attempts,
      error: parkedJobs.error,
      parkedAt: parkedJobs.parkedAt,
      retryAskedAt: parkedJobs.retryAskedAt,
    })
    .from(parkedJobs)
    .innerJoin(tenants, eq(tenants.id, parkedJobs.tenantId))
    .where(ofTenant)
    .orderBy(desc(parkedJobs.parkedAt))
    .limit(mostShown);
  const [all] = await db.select({ n: count() }).from(parkedJobs).where(ofTenant);
  return { jobs, count: all?.n ?? 0 };
}
