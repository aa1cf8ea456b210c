import { and, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { files } from '@/db/schema/tenant/files';
import { taskSubmissions } from '@/db/schema/tenant/tasks';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid, notFound } from '@/lib/errors';
import { fileStore } from '@/lib/files/file-store';
import { type KeptFile, keepFile } from '@/lib/files/keep-file';
import { mediaOf } from '@/lib/files/media';
import { type Swept, sweepFiles } from '@/lib/files/sweep';
import { isFollowedIn, loadTask } from '../load';
import type { TaskFile } from '../shapes';

export const taskFiles: Swept = { purpose: 'task', job: 'tasks.sweep' };

const mostMegabytes = 10;
const headBytes = 256;
/** Files of one person that wait to be handed in, for all tasks together. */
const mostWaiting = 40;

/** Keeps a file of the caller's until they hand it in, for a day. Throws `invalid`, `not_found`. */
export async function uploadTaskFile(
  ctx: TenantCtx,
  { taskId, file }: { taskId: string; file: File },
): Promise<TaskFile> {
  const { task, isOwn } = await loadTask(ctx, taskId);
  const userId = ctx.actor.id;
  if (!isOwn || !userId) throw new AppError('forbidden', 'This task is not for you.');
  if (!task.takesFiles) throw invalid('file', 'This task takes no files.');
  if (file.size === 0) throw invalid('file', 'This file is empty.');
  const maxBytes = mostMegabytes * 1024 * 1024;
  if (file.size > maxBytes) throw invalid('file', 'This file is larger than 10 MB.');
  await refuseMany(ctx.db, userId);
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const { mediaType } = mediaOf(file.name, head);
  return await keepFile(
    ctx,
    { file, mediaType, maxBytes, swept: taskFiles },
    {
      kept: (row: KeptFile) => row,
      settle: async (ready, { id, name, sizeBytes }) => {
        await ctx.transact(async (db) => {
          ctx.about('file', id, { taskId, name, sizeBytes });
          // In turn, so that many at once are counted as well.
          const key = `waiting files ${ctx.tenant.id} ${userId}`;
          await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
          await refuseMany(db, userId);
          await ready(db);
        });
      },
    },
  );
}

async function refuseMany(db: TenantDb, userId: string) {
  const [waiting] = await db
    .select({ n: count() })
    .from(files)
    .where(
      and(
        eq(files.purpose, taskFiles.purpose),
        eq(files.state, 'ready'),
        eq(files.createdBy, userId),
        isNull(files.recordId),
        isNotNull(files.expiresAt),
      ),
    );
  if ((waiting?.n ?? 0) < mostWaiting) return;
  throw invalid('file', 'At most 40 files wait to be handed in. Each is kept for a day.');
}

/** Binds uploads of somebody's to what they hand in. Throws `conflict` when one is gone or taken. */
export async function holdTaskFiles(
  db: TenantDb,
  { fileIds, userId, submissionId }: { fileIds: string[]; userId: string; submissionId: string },
): Promise<void> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return;
  const held = await db
    .update(files)
    .set({ recordId: submissionId, expiresAt: null })
    .where(
      and(
        inArray(files.id, wanted),
        eq(files.purpose, taskFiles.purpose),
        eq(files.state, 'ready'),
        eq(files.createdBy, userId),
        isNull(files.recordId),
      ),
    )
    .returning({ id: files.id });
  if (held.length < wanted.length) {
    throw new AppError('conflict', 'A file is not there any more. Nothing was handed in.');
  }
}

/** A file that the caller handed in or waits to, or of somebody whose work they follow. Throws `not_found`. */
export async function downloadTaskFile(
  ctx: TenantCtx,
  { fileId }: { fileId: string },
): Promise<File> {
  const [found] = await ctx.db
    .select({
      name: files.name,
      mediaType: files.mediaType,
      createdBy: files.createdBy,
      taskId: taskSubmissions.taskId,
      userId: taskSubmissions.userId,
    })
    .from(files)
    .leftJoin(taskSubmissions, eq(taskSubmissions.id, files.recordId))
    .where(
      and(eq(files.id, fileId), eq(files.purpose, taskFiles.purpose), eq(files.state, 'ready')),
    );
  if (!found || !(await maySee(ctx, found))) throw notFound('This file');
  ctx.call.validator = fileId;
  const { name, mediaType } = found;
  const blob = await fileStore().blob({ tenantId: ctx.tenant.id, fileId }, mediaType);
  return new File([blob], name, { type: mediaType });
}

async function maySee(
  ctx: TenantCtx,
  {
    createdBy,
    taskId,
    userId,
  }: { createdBy: string | null; taskId: string | null; userId: string | null },
): Promise<boolean> {
  const me = ctx.caller.user?.id ?? null;
  if (!taskId || !userId) return me !== null && createdBy === me;
  if (userId === me) return true;
  try {
    return isFollowedIn(await loadTask(ctx, taskId), userId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return false;
    throw error;
  }
}

/** Removes uploads that nobody handed in, and those of tasks that were deleted. */
export const sweepTaskFiles = (ctx: TenantCtx) => sweepFiles(ctx, taskFiles);
