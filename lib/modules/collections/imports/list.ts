import { desc, eq } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import { people } from '@/db/schema/tenant/people';
import type { TenantCtx } from '@/lib/doors/ctx';
import { loadCollection } from '../load';
import type { ListedImport } from './shapes';

/** The imports into a collection, the latest first. Throws `not_found`. */
export async function listImports(
  { db }: Pick<TenantCtx, 'db'>,
  { collectionId, limit }: { collectionId: string; limit: number },
): Promise<ListedImport[]> {
  await loadCollection(db, collectionId);
  const found = await db
    .select({
      id: imports.id,
      state: imports.state,
      collectionId: imports.collectionId,
      collectionName: imports.collectionName,
      fileId: files.id,
      fileName: files.name,
      sizeBytes: files.sizeBytes,
      mode: imports.mode,
      rowsTotal: imports.rowsTotal,
      rowsDone: imports.rowsDone,
      rowsAdded: imports.rowsAdded,
      rowsChanged: imports.rowsChanged,
      rowsSame: imports.rowsSame,
      rowsSkipped: imports.rowsSkipped,
      rowsFailed: imports.rowsFailed,
      message: imports.message,
      revert: imports.revert,
      createdAt: imports.createdAt,
      checkedAt: imports.checkedAt,
      finishedAt: imports.finishedAt,
      byName: people.name,
    })
    .from(imports)
    .innerJoin(files, eq(files.id, imports.fileId))
    .leftJoin(people, eq(people.id, imports.createdBy))
    .where(eq(imports.collectionId, collectionId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
  return found.map(({ fileId, fileName, sizeBytes, revert, ...rest }) => ({
    ...rest,
    revert: revert && { ...revert, at: new Date(revert.at) },
    file: { id: fileId, name: fileName, sizeBytes },
  }));
}
