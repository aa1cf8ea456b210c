import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { recordExports } from '@/db/schema/tenant/record-exports';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, notFound } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import { loadCollection } from '../load';
import { lapsedWord, standingOf } from './lapse';
import { holds } from './link';
import type { ExportContent } from './shapes';

/**
 * The file of an export, for who asked for it, with a link of theirs that still works, as long as they
 * see all that it shows. Throws `not_found`, and `forbidden` when they may see less by now.
 */
export async function fetchExport(
  ctx: TenantCtx,
  { exportId, expires, signature }: z.output<typeof ExportContent>,
): Promise<File> {
  const expiresAt = new Date(expires * 1000);
  const linked = { tenantId: ctx.tenant.id, exportId, userId: ctx.actor.id ?? '', expiresAt };
  if (!holds(linked, signature) || expiresAt < new Date()) throw notFound('This export');
  const [found] = await ctx.db
    .select()
    .from(recordExports)
    .where(and(eq(recordExports.id, exportId), eq(recordExports.state, 'done')));
  if (!found?.fileName || !found.mediaType) throw notFound('This export');
  await loadCollection(ctx, found.collectionId);
  const standing = await standingOf(ctx, found);
  if (standing === 'gone') throw notFound('This export');
  if (standing === 'lapsed') throw new AppError('forbidden', lapsedWord);
  const { fileName, mediaType: type } = found;
  const blob = await fileStore().blob({ tenantId: ctx.tenant.id, fileId: exportId }, type);
  return new File([blob], fileName, { type });
}
