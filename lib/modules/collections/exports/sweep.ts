import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { recordExports } from '@/db/schema/tenant/record-exports';
import type { TenantCtx } from '@/lib/doors/ctx';
import { fileStore } from '@/lib/files/file-store';
import type { ExportId } from './shapes';

/** After this a file that is still waited for will not come, milliseconds: its job was given up. */
export const waitMs = 24 * 3_600_000;

/**
 * Forgets the file of an export whose time is over, or whose collection is gone for good, and says so
 * of one that never came. One that was made again has a new time.
 */
export async function sweepExport(ctx: TenantCtx, { exportId }: z.output<typeof ExportId>) {
  const [found] = await ctx.db.select().from(recordExports).where(eq(recordExports.id, exportId));
  const now = Date.now();
  const waits = found?.state === 'queued' || found?.state === 'running';
  if (found && waits && found.createdAt.getTime() + waitMs < now) {
    await fileStore().remove({ tenantId: ctx.tenant.id, fileId: exportId });
    const message = 'This file could not be made in a day. Have it made again.';
    await ctx.db
      .update(recordExports)
      .set({ state: 'failed', message })
      .where(eq(recordExports.id, exportId));
  }
  const isOver = found?.state === 'done' && (found.expiresAt?.getTime() ?? 0) <= now;
  if (!found || isOver) await forgetExport(ctx, exportId);
  return null;
}

/** Removes the bytes of an export that was made, and says in its place that they are gone. */
export async function forgetExport({ db, tenant }: TenantCtx, exportId: string) {
  await fileStore().remove({ tenantId: tenant.id, fileId: exportId });
  await db
    .update(recordExports)
    .set({ state: 'expired' })
    .where(and(eq(recordExports.id, exportId), eq(recordExports.state, 'done')));
}
