import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { recordExports } from '@/db/schema/tenant/record-exports';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, isAppError } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import { permissionsNow } from '@/lib/identity/role-grants';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { refuseSwitchedOff } from '@/lib/tenancy/flags/flags-of';
import { exportsFlag } from '../flags';
import { readerOfUser } from '../rules/reader';
import { withRecordsFile } from './download';
import { type ExportId, ExportInput } from './shapes';
import { forgetExport } from './sweep';

/** How long a file can be fetched, milliseconds. */
const keptMs = 24 * 3_600_000;

/** Largest file that is made, bytes. */
const maxBytes = 4 * 1024 ** 3;

/** Files of one person that are kept at once; the oldest makes room. */
const mostKept = 10;

/**
 * Makes the file of an export with the rights that who asked for it has by now, and tells them. A run
 * that was cut off is made again from the beginning; a file is kept whole or not at all.
 */
export async function runExport(ctx: TenantCtx, { exportId }: z.output<typeof ExportId>) {
  const [found] = await ctx.db.select().from(recordExports).where(eq(recordExports.id, exportId));
  if (!found || (found.state !== 'queued' && found.state !== 'running')) return null;
  const set = (values: Partial<typeof recordExports.$inferInsert>) =>
    ctx.db.update(recordExports).set(values).where(eq(recordExports.id, exportId));
  await set({ state: 'running' });
  try {
    await refuseSwitchedOff(exportsFlag, ctx.caller);
    await keepMade(ctx, exportId, await make(ctx, found));
    await letOldGo(ctx, found.createdBy);
  } catch (error) {
    // What is wrong with the request or the rights will not pass; anything else may, on a retry.
    if (!isAppError(error)) throw error;
    await fileStore().remove({ tenantId: ctx.tenant.id, fileId: exportId });
    await set({ state: 'failed', message: error.message });
  }
  return null;
}

type Found = typeof recordExports.$inferSelect;

async function make(ctx: TenantCtx, { id, collectionId, request, createdBy }: Found) {
  await refuseWithoutRight(ctx, createdBy);
  const reader = await readerOfUser(ctx, createdBy);
  const input = ExportInput.parse({ collectionId, ...request });
  const madeAt = new Date();
  const place = { tenantId: ctx.tenant.id, fileId: id };
  return await withRecordsFile({ ...ctx, reader }, input, async (file) => {
    const { sizeBytes } = await fileStore().write(place, encoded(file.bytes), { maxBytes });
    const { name: fileName, mediaType, seen } = file;
    return { fileName, mediaType, sizeBytes, rows: file.rows(), seen, madeAt };
  });
}

async function keepMade(
  ctx: TenantCtx,
  exportId: string,
  made: Partial<typeof recordExports.$inferInsert>,
) {
  const expiresAt = new Date(Date.now() + keptMs);
  await ctx.transact(async (db) => {
    await db
      .update(recordExports)
      .set({ ...made, state: 'done', message: null, expiresAt })
      .where(eq(recordExports.id, exportId));
    const at = new Date(expiresAt.getTime() + 60_000);
    await enqueueTenantJob(db, 'exports.sweep', { exportId }, { at });
    await enqueueTenantJob(db, 'exports.tell', { exportId });
  });
}

async function letOldGo(ctx: TenantCtx, userId: string | null) {
  const old = await ctx.db
    .select({ id: recordExports.id })
    .from(recordExports)
    .where(and(eq(recordExports.createdBy, userId ?? ''), eq(recordExports.state, 'done')))
    .orderBy(desc(recordExports.madeAt), desc(recordExports.id))
    .offset(mostKept);
  for (const { id } of old) await forgetExport(ctx, id);
}

async function refuseWithoutRight({ readControl }: TenantCtx, userId: string | null) {
  const held = userId ? await readControl((db) => permissionsNow(db, userId)) : new Set();
  if (!held.has('records.export')) {
    throw new AppError('forbidden', 'Who asked for this export may not export any more.');
  }
}

async function* encoded(parts: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}
