import { eq } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, notFound } from '@/lib/errors';
import { loadCollections } from '../load';
import { isWhole } from '../rules/access';
import { type AskingDb, readerOf, readerOfUser } from '../rules/reader';
import type { Import } from './shapes';

export type LoadedImport = Import & { createdBy: string | null; requests: string[] };

/**
 * One import with its file. Throws `not_found`, as for what others imported into a collection whose
 * rules keep something from whoever asks: a file tells more than they may see.
 */
export async function loadImport(asking: AskingDb, importId: string): Promise<LoadedImport> {
  const { db } = asking;
  const [found] = await db
    .select({
      id: imports.id,
      state: imports.state,
      collectionId: imports.collectionId,
      collectionName: imports.collectionName,
      fileId: imports.fileId,
      fileName: files.name,
      sizeBytes: files.sizeBytes,
      format: imports.format,
      columns: imports.columns,
      mode: imports.mode,
      keys: imports.keys,
      emptyCells: imports.emptyCells,
      rowsTotal: imports.rowsTotal,
      rowsDone: imports.rowsDone,
      rowsAdded: imports.rowsAdded,
      rowsChanged: imports.rowsChanged,
      rowsSame: imports.rowsSame,
      rowsSkipped: imports.rowsSkipped,
      rowsFailed: imports.rowsFailed,
      errors: imports.errors,
      reasons: imports.reasons,
      message: imports.message,
      requests: imports.requests,
      revert: imports.revert,
      createdBy: imports.createdBy,
      createdAt: imports.createdAt,
      checkedAt: imports.checkedAt,
      finishedAt: imports.finishedAt,
    })
    .from(imports)
    .innerJoin(files, eq(files.id, imports.fileId))
    .where(eq(imports.id, importId));
  if (!found) throw notFound('This import');
  await refuseOthers(asking, found);
  const { fileId, fileName, sizeBytes, revert, ...rest } = found;
  return {
    ...rest,
    revert: revert && { ...revert, at: new Date(revert.at) },
    file: { id: fileId, name: fileName, sizeBytes },
  };
}

async function refuseOthers(
  asking: AskingDb,
  { collectionId, createdBy }: Pick<LoadedImport, 'collectionId' | 'createdBy'>,
) {
  const reader = readerOf(asking);
  if (!collectionId || reader.unbound) return;
  const [collection] = await loadCollections(asking, { ids: [collectionId], trashed: 'too' });
  if (!collection) throw notFound('This import');
  if (!isWhole(collection.access) && createdBy !== reader.id) throw notFound('This import');
}

/**
 * The call as whoever asked for the work: a job obeys the rules of the person it runs for, with the
 * roles they have by now.
 */
export async function onBehalf(ctx: TenantCtx, userId: string | null) {
  if (ctx.actor.kind !== 'job') return ctx;
  return { ...ctx, reader: await readerOfUser(ctx, userId) };
}

/** Locks an import until the transaction ends. Throws `precondition` in any other state. */
export async function lockImport(
  db: TenantDb,
  importId: string,
  states: readonly Import['state'][],
) {
  const [locked] = await db
    .select({ state: imports.state })
    .from(imports)
    .where(eq(imports.id, importId))
    .for('update');
  if (!locked) throw notFound('This import');
  if (!states.includes(locked.state)) {
    throw new AppError('precondition', `This import is ${words[locked.state]}.`);
  }
}

const words: Record<Import['state'], string> = {
  draft: 'not started yet',
  checking: 'being checked',
  queued: 'waiting to run',
  running: 'running',
  done: 'finished',
  failed: 'stopped by an error',
  cancelled: 'cancelled',
  reverting: 'being taken back',
  reverted: 'taken back',
};
