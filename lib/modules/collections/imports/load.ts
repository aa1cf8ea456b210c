import { eq } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import type { TenantDb } from '@/db/tenant';
import { AppError, notFound } from '@/lib/errors';
import type { Import } from './shapes';

export type LoadedImport = Import & { createdBy: string | null };

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
      rowsTotal: imports.rowsTotal,
      rowsDone: imports.rowsDone,
      rowsFailed: imports.rowsFailed,
      errors: imports.errors,
      message: imports.message,
      createdBy: imports.createdBy,
      createdAt: imports.createdAt,
      finishedAt: imports.finishedAt,
    })
    .from(imports)
    .innerJoin(files, eq(files.id, imports.fileId))
    .where(eq(imports.id, importId));
  if (!found) throw notFound('This import');
  const { fileId, fileName, sizeBytes, ...rest } = found;
  return { ...rest, file: { id: fileId, name: fileName, sizeBytes } };
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
  queued: 'waiting to run',
  running: 'running',
  done: 'finished',
  failed: 'stopped by an error',
  cancelled: 'cancelled',
};
