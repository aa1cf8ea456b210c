import { and, desc, eq } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import { files } from '@/db/schema/tenant/files';
import { people } from '@/db/schema/tenant/people';
import type { TenantCtx } from '@/lib/doors/ctx';
import { loadCollection } from '../load';
import { isWhole } from '../rules/access';
import type { ListedImport } from './shapes';

const nobody = '00000000-0000-0000-0000-000000000000';

/** The imports into a collection, the latest first; only one's own where rules keep something back. Throws `not_found`. */
export async function listImports(
  ctx: Pick<TenantCtx, 'db' | 'actor' | 'caller'>,
  { collectionId, limit }: { collectionId: string; limit: number },
): Promise<ListedImport[]> {
  const { access } = await loadCollection(ctx, collectionId);
  const own = isWhole(access) ? undefined : eq(imports.createdBy, access.readerId ?? nobody);
  const found = await ctx.db
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
    .where(and(eq(imports.collectionId, collectionId), own))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
  return found.map(({ fileId, fileName, sizeBytes, revert, ...rest }) => ({
    ...rest,
    revert: revert && { ...revert, at: new Date(revert.at) },
    file: { id: fileId, name: fileName, sizeBytes },
  }));
}
