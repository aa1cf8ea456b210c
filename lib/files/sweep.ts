import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { files } from '@/db/schema/tenant/files';
import { outbox } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '../doors/ctx';
import { enqueueTenantJob } from '../jobs/enqueue';
import { fileStore } from './file-store';

const atOnce = 500;

/** Files of one purpose, and the job that removes those which nothing holds. */
export interface Swept {
  purpose: string;
  job: string;
}

/** Makes sure that somebody looks when a file is due. */
export async function planSweep(db: TenantDb, { job }: Swept, due: Date): Promise<void> {
  const at = new Date(due.getTime() + 60_000);
  const [waiting] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.job, job), isNull(outbox.admittedAt), lte(outbox.availableAt, at)))
    .limit(1);
  if (!waiting) await enqueueTenantJob(db, job, {}, { at });
}

/**
 * Removes files that nothing holds and whose time is over, bytes and rows. One that died on the way is
 * finished by the next.
 */
export async function sweepFiles(ctx: TenantCtx, swept: Swept): Promise<void> {
  for (;;) {
    const ids = await ctx.transact((db) => markDue(db, swept));
    for (const fileId of ids) await fileStore().remove({ tenantId: ctx.tenant.id, fileId });
    await ctx.transact(async (db) => {
      if (ids.length === 0) return await planNext(db, swept);
      await db.delete(files).where(and(inArray(files.id, ids), eq(files.state, 'deleted')));
    });
    if (ids.length === 0) return;
  }
}

/** Once marked, nothing can take a file any more; its bytes may go. */
async function markDue(db: TenantDb, { purpose }: Swept): Promise<string[]> {
  const due = await db
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.purpose, purpose), lte(files.expiresAt, new Date())))
    .orderBy(asc(files.expiresAt))
    .limit(atOnce)
    .for('update');
  const ids = due.map(({ id }) => id);
  if (ids.length > 0)
    await db.update(files).set({ state: 'deleted' }).where(inArray(files.id, ids));
  return ids;
}

async function planNext(db: TenantDb, swept: Swept) {
  const [next] = await db
    .select({ at: files.expiresAt })
    .from(files)
    .where(and(eq(files.purpose, swept.purpose), isNotNull(files.expiresAt)))
    .orderBy(asc(files.expiresAt))
    .limit(1);
  if (next?.at) await planSweep(db, swept, next.at);
}
