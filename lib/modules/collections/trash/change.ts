import { and, asc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { outbox } from '@/db/schema/tenant/plumbing';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { forgetFiles } from '../attachments/hold';
import type { CollectionsCtx } from '../context';
import { type LoadedCollection, loadForWriting } from '../load';
import { refuseReturn } from '../records/refuse-taken';
import { holdRecords, roomForReturned } from '../records/room';
import type { AskingDb } from '../rules/reader';
import { rowsAmong } from '../rules/rows';
import { keptDays } from './kept-days';
import { collectionsIn, inTrash } from './list';
import type { TrashSelection } from './shapes';

/** Most records one call takes. */
const most = 10_000;
const dayMs = 86_400_000;
const sweepJob = 'trash.sweep';

/** Brings records back. Those whose collection is in the trash stay there with it. */
export async function restoreFromTrash(ctx: CollectionsCtx, selection: TrashSelection) {
  await holdRecords(ctx);
  const { ids, collections } = await chosen(ctx, selection);
  const live = collections.filter(({ deletedAt }) => deletedAt === null);
  await refuseRepeats(ctx, { ids, collections: live });
  const restored = await ctx.db
    .update(records)
    .set({ deletedAt: null })
    .where(
      and(
        rowsAmong(live, 'remove'),
        isNotNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .returning({ id: records.id });
  await roomForReturned(ctx, restored.length);
  ctx.about('collection', selection.collectionId ?? null, { restored: restored.length });
  return { restored: restored.length, left: ids.length - restored.length };
}

interface Chosen {
  ids: string[];
  collections: LoadedCollection[];
}

/** All or none: throws `conflict` when a record has a value that came to stand elsewhere meanwhile. */
async function refuseRepeats(ctx: AskingDb, { ids, collections }: Chosen) {
  const strict = collections.filter(({ design }) => design.some(({ unique }) => unique));
  if (strict.length === 0) return;
  const held = await ctx.db
    .selectDistinct({ id: records.collectionId })
    .from(records)
    .where(and(rowsAmong(strict), sql`${records.id} = any(${sql.param(ids)}::uuid[])`))
    .orderBy(asc(records.collectionId));
  for (const { id } of held) {
    const collection = await loadForWriting(ctx, id);
    await refuseReturn(ctx.db, collection, { ids, path: 'recordIds' });
  }
}

/** Deletes records for good, out of reach of everything but a backup. */
export async function purgeTrash(ctx: CollectionsCtx, selection: TrashSelection) {
  const { ids, collections } = await chosen(ctx, selection);
  const removed = await ctx.db
    .delete(records)
    .where(
      and(
        rowsAmong(collections, 'remove'),
        isNotNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .returning({ id: records.id });
  await forgetFiles(
    ctx.db,
    removed.map(({ id }) => id),
  );
  ctx.about('collection', selection.collectionId ?? null, { purged: removed.length });
  return { removed: removed.length };
}

/**
 * Trashed records of a selection that the person may delete and bring back. Throws `not_found`, and
 * `limit` when it is too wide.
 */
async function chosen(ctx: AskingDb, { recordIds, ...scope }: TrashSelection): Promise<Chosen> {
  const collections = await collectionsIn(ctx, scope);
  const named = recordIds && sql`${records.id} = any(${sql.param(recordIds)}::uuid[])`;
  const found = await ctx.db
    .select({ id: records.id })
    .from(records)
    .where(and(inTrash(collections, scope, 'remove'), named))
    .limit(most + 1);
  if (found.length > most) {
    throw new AppError('limit', 'More than 10,000 records are in the trash. Search first.');
  }
  return { ids: found.map(({ id }) => id), collections };
}

/** Makes sure that somebody looks at the trash when the first of it is due. */
export async function planSweep(db: TenantDb): Promise<void> {
  const [waiting] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.job, sweepJob), isNull(outbox.admittedAt)))
    .limit(1);
  if (!waiting) await enqueueTenantJob(db, sweepJob, {}, { at: due(new Date()) });
}

/** Removes what has been in the trash for 30 days, and says when to come again. */
export async function sweepTrash({ db }: Pick<CollectionsCtx, 'db'>): Promise<void> {
  const overdue = db
    .select({ id: records.id })
    .from(records)
    .where(
      and(
        isNotNull(records.deletedAt),
        lt(records.deletedAt, new Date(Date.now() - keptDays * dayMs)),
      ),
    )
    .limit(most);
  const removed = await db
    .delete(records)
    .where(inArray(records.id, overdue))
    .returning({ id: records.id });
  await forgetFiles(
    db,
    removed.map(({ id }) => id),
  );
  const [next] = await db
    .select({ deletedAt: records.deletedAt })
    .from(records)
    .where(isNotNull(records.deletedAt))
    .orderBy(asc(records.deletedAt))
    .limit(1);
  if (next?.deletedAt) await enqueueTenantJob(db, sweepJob, {}, { at: due(next.deletedAt) });
}

const due = (deletedAt: Date) => new Date(deletedAt.getTime() + keptDays * dayMs + 60_000);
