import { eq } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import { AppError, notFound } from '@/lib/errors';
import type { Import } from './shapes';

export type LoadedImport = Import & { createdBy: string | null; requests: string[] };

/** One import with its file. Throws `not_found`. */
export async function loadImport(db: TenantDb, importId: string): Promise<LoadedImport> {
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
  const { fileId, fileName, sizeBytes, revert, ...rest } = found;
  return {
    ...rest,
    revert: revert && { ...revert, at: new Date(revert.at) },
    file: { id: fileId, name: fileName, sizeBytes },
  };
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
