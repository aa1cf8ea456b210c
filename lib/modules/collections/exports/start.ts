import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { recordExports } from '@/db/schema/tenant/record-exports';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, notFound } from '@/lib/errors';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { exportsFlag } from '../flags';
import { loadCollection } from '../load';
import { recordQuery } from '../records/list';
import { fieldNamed } from '../view/filters';
import { standingOf } from './lapse';
import type { ExportId, ExportInput } from './shapes';
import { waitMs } from './sweep';

/**
 * Has a file of records made while nobody waits. Throws `invalid` naming what is wrong with the view,
 * `forbidden` for a token of the workspace, `limit` when the caller waits for as many as one may.
 */
export async function startExport(
  ctx: TenantCtx,
  input: z.output<typeof ExportInput>,
): Promise<{ id: string }> {
  const { collectionId, format, ...shown } = input;
  refuseClient(ctx);
  const collection = await loadCollection(ctx, collectionId);
  const { fields } = collection;
  recordQuery(shown, collection);
  for (const [at, key] of (shown.fields ?? []).entries()) fieldNamed(fields, key, `fields.${at}`);
  await refuseMany(ctx);
  const [made] = await ctx.db
    .insert(recordExports)
    .values({ collectionId, request: { format, ...shown }, createdBy: ctx.actor.id })
    .returning({ id: recordExports.id });
  const id = made?.id ?? '';
  await haveMade(ctx.db, id);
  ctx.about('export', id, { collectionId });
  return { id };
}

/**
 * Has one's own file made again: one that failed, is gone, or shows more than one may see by now.
 * Throws `not_found`, `conflict`, and `limit` as a new one.
 */
export async function retryExport(
  ctx: TenantCtx,
  { exportId }: z.output<typeof ExportId>,
): Promise<{ id: string }> {
  refuseClient(ctx);
  const own = and(eq(recordExports.id, exportId), eq(recordExports.createdBy, ctx.actor.id ?? ''));
  const [found] = await ctx.db.select().from(recordExports).where(own).for('update');
  if (!found) throw notFound('This export');
  await loadCollection(ctx, found.collectionId);
  await refuseMany(ctx);
  const { state, collectionId } = found;
  const waits = state === 'queued' || state === 'running';
  if (waits || (state === 'done' && (await standingOf(ctx, found)) === 'kept')) {
    throw new AppError('conflict', 'This export is being made, or can be fetched.');
  }
  await ctx.db
    .update(recordExports)
    .set({ state: 'queued', message: null, createdAt: new Date() })
    .where(own);
  await haveMade(ctx.db, exportId);
  ctx.about('export', exportId, { collectionId });
  return { id: exportId };
}

/** The look after it comes even if the file never does. */
async function haveMade(db: TenantDb, exportId: string) {
  await enqueueTenantJob(db, 'exports.run', { exportId });
  const at = new Date(Date.now() + waitMs + 60_000);
  await enqueueTenantJob(db, 'exports.sweep', { exportId }, { at });
}

/** A file is made later, with the rights that somebody has by then, and kept for them alone. */
function refuseClient({ actor }: TenantCtx) {
  if (actor.kind !== 'client') return;
  throw new AppError(
    'forbidden',
    'A token of the workspace gets no file that is made later. Download the records instead.',
  );
}

async function refuseMany({ db, actor, flags }: TenantCtx) {
  const most = await flags.value(exportsFlag);
  const waiting = await db
    .select({ id: recordExports.id })
    .from(recordExports)
    .where(
      and(
        eq(recordExports.createdBy, actor.id ?? ''),
        inArray(recordExports.state, ['queued', 'running']),
      ),
    )
    .limit(most);
  if (waiting.length === most) {
    throw new AppError('limit', 'Some exports of yours are being made. Wait for one of them.');
  }
}
