import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type ImportRevert, imports, records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError } from '@/lib/errors';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { loadCollections, loadForWriting } from '../load';
import { changeRecords } from '../records/change';
import { everything, isWhole } from '../rules/access';
import { type AskingDb, readerOf } from '../rules/reader';
import { planSweep } from '../trash/change';
import type { Data } from '../values/row';
import { changesOf, type LoggedChange, restored } from './history';
import { type LoadedImport, loadImport, lockImport } from './load';
import type { Import } from './shapes';
import { touchedRows } from './touched';

/** Imports of up to so many rows are taken back while the caller waits. */
const atOnceRows = 2_000;
const chunkRows = 2_000;

/** Whole imports only: one that is at work is stopped first. */
const ended = ['done', 'failed', 'cancelled', 'reverted'] as const;

/**
 * Takes an import back, however long ago it was: records it added go to the trash, and records it
 * changed have the values back that they had. What somebody changed since stays, unless `force` is
 * set. Asked again, it goes on with what stayed.
 */
export async function revertImport(
  ctx: TenantCtx,
  { importId, force }: { importId: string; force: boolean },
): Promise<Import> {
  const found = await loadImport(ctx, importId);
  await requireWhole(ctx, found);
  const touched = touchedRows(found);
  await ctx.transact(async (db) => {
    await lockImport(db, importId, ended);
    const start = { removed: 0, restored: 0, left: 0, after: null };
    const revert = { ...start, by: ctx.actor.id, force, at: new Date().toISOString() };
    await db.update(imports).set({ state: 'reverting', revert }).where(eq(imports.id, importId));
    if (touched > atOnceRows) await enqueueTenantJob(db, 'imports.takeBack', { importId });
    ctx.about('import', importId, { file: found.file.name, force });
  });
  if (touched <= atOnceRows) await takeBack(ctx, { importId });
  return await loadImport(ctx, importId);
}

/** Throws `forbidden` where rules keep a part of what an import did from the person. */
export async function requireWhole(asking: AskingDb, { collectionId }: LoadedImport) {
  if (!collectionId || readerOf(asking).unbound) return;
  const [collection] = await loadCollections(asking, { ids: [collectionId], trashed: 'too' });
  if (collection && isWhole(collection.access)) return;
  throw new AppError(
    'forbidden',
    'The rules of this collection do not open all of its records to you. Ask who designs it to take the import back.',
  );
}

/** The work itself, in steps that are each one transaction; repeated, it goes on where it stopped. */
export async function takeBack(ctx: TenantCtx, { importId }: { importId: string }) {
  const found = await loadImport(ctx, importId);
  if (found.state !== 'reverting') return null;
  while (await step(ctx, found, removeSome));
  while (await step(ctx, found, restoreSome));
  await ctx.transact(async (db) => {
    const revert = await held(db, importId);
    if (!revert) return;
    const left = revert.left + (await leftOf(db, found));
    await db
      .update(imports)
      .set({ state: 'reverted', revert: { ...revert, left } })
      .where(eq(imports.id, importId));
    ctx.about('import', importId, { ...revert, left });
  });
  return null;
}

type Step = (
  db: TenantDb,
  found: LoadedImport,
  revert: ImportRevert,
) => Promise<ImportRevert | null>;

/** False when there is nothing left to do, or another run did it. */
async function step(ctx: TenantCtx, found: LoadedImport, work: Step): Promise<boolean> {
  return await ctx.db.transaction(async (db) => {
    const revert = await held(db, found.id);
    const next = revert && (await work(db, found, revert));
    if (!next) return false;
    await db.update(imports).set({ revert: next }).where(eq(imports.id, found.id));
    return true;
  });
}

async function held(db: TenantDb, importId: string): Promise<ImportRevert | null> {
  const [now] = await db
    .select({ state: imports.state, revert: imports.revert })
    .from(imports)
    .where(eq(imports.id, importId))
    .for('update');
  return now?.state === 'reverting' ? now.revert : null;
}

const madeBy = ({ id }: LoadedImport, untouched: boolean): SQL | undefined =>
  and(
    eq(records.importId, id),
    isNull(records.deletedAt),
    // Every change since has raised it.
    untouched ? eq(records.version, 1) : undefined,
  );

const removeSome: Step = async (db, found, revert) => {
  const ids = db
    .select({ id: records.id })
    .from(records)
    .where(madeBy(found, !revert.force))
    .orderBy(asc(records.id))
    .limit(chunkRows);
  const removed = await db
    .update(records)
    .set({ deletedAt: new Date() })
    .where(inArray(records.id, ids))
    .returning({ id: records.id });
  if (removed.length > 0) await planSweep(db);
  return removed.length > 0 ? { ...revert, removed: revert.removed + removed.length } : null;
};

/** Records it added that stay because somebody changed them. */
async function leftOf(db: TenantDb, found: LoadedImport): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(records)
    .where(madeBy(found, false));
  return row?.n ?? 0;
}

const restoreSome: Step = async (db, found, revert) => {
  const collectionId = found.collectionId ?? '';
  // Who may take it back was asked when they did; it is taken back whole.
  const { design } = await loadForWriting({ db, reader: everything }, collectionId);
  const changes = await changesOf(db, found, { after: revert.after, limit: chunkRows });
  const last = changes.at(-1);
  if (!last) return null;
  const now = await lockRecords(db, changes);
  const documents: { id: string; data: Data }[] = [];
  let left = 0;
  for (const change of changes) {
    const data = now.get(change.recordId);
    if (!data) continue;
    const answer = restored(change, data, { fields: design, force: revert.force });
    if (answer === 'touched') left++;
    else if (answer !== 'same') documents.push({ id: change.recordId, data: answer });
  }
  await changeRecords(db, { collectionId, fields: design, actorId: revert.by }, documents);
  return {
    ...revert,
    after: last.id,
    restored: revert.restored + documents.length,
    left: revert.left + left,
  };
};

/** Documents of those that are not in the trash, by id. */
async function lockRecords(db: TenantDb, changes: readonly LoggedChange[]) {
  const ids = changes.map(({ recordId }) => recordId);
  const rows = await db
    .select({ id: records.id, data: records.data })
    .from(records)
    .where(and(sql`${records.id} = any(${sql.param(ids)}::uuid[])`, isNull(records.deletedAt)))
    .orderBy(asc(records.id))
    .for('update');
  return new Map(rows.map(({ id, data }) => [id, data as Data]));
}
