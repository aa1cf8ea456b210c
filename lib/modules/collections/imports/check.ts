import { eq } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { isAppError } from '@/lib/errors';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { knownTo } from '../values/known';
import { choiceCounter } from './choices';
import { addTally, noRows, type Tally, tallyOf } from './counts';
import { targetFor } from './draft';
import { Judge } from './judge';
import { type LoadedImport, loadImport, lockImport, onBehalf } from './load';
import { forgetRefusals, keepRefusals, reasonsOf } from './refusals';
import type { Import } from './shapes';
import { sourceRows } from './source';
import type { SourceRow } from './source-row';

/** Files up to this size are checked while the caller waits, bytes; others by the worker. */
const atOnceBytes = 1024 * 1024;

const chunkRows = 2_000;

type Working = Awaited<ReturnType<typeof onBehalf>>;

/**
 * Reads the whole file as the import would, changes no record, and keeps what each row would become
 * in numbers and why rows were refused. A large file is left to the worker: see the import's state.
 */
export async function checkImport(
  ctx: TenantCtx,
  { importId }: { importId: string },
): Promise<Import> {
  const found = await loadImport(ctx, importId);
  new Judge(found, await targetFor(ctx, found), await knownTo(ctx, []));
  await ctx.transact(async (db) => {
    await lockImport(db, importId, ['draft']);
    await forgetRefusals(db, importId);
    await db
      .update(imports)
      .set({ ...noRows, state: 'checking', errors: [], reasons: [], checkedAt: null })
      .where(eq(imports.id, importId));
    if (found.file.sizeBytes > atOnceBytes) {
      await enqueueTenantJob(db, 'imports.examine', { importId });
    }
    ctx.about('import', importId, { file: found.file.name });
  });
  if (found.file.sizeBytes <= atOnceBytes) await examineImport(ctx, { importId });
  return await loadImport(ctx, importId);
}

/** The check itself; begun anew when it is repeated, and given up when somebody stopped it. */
export async function examineImport(ctx: TenantCtx, { importId }: { importId: string }) {
  const found = await loadImport(ctx, importId);
  if (found.state !== 'checking') return null;
  try {
    await examine(await onBehalf(ctx, found.createdBy), found);
  } catch (error) {
    await ctx.transact((db) => put(db, importId, { state: 'draft' }));
    if (ctx.actor.kind !== 'job' || !isAppError(error)) throw error;
    // Whoever asked reads it where the check would have stood.
    await ctx.transact((db) => put(db, importId, { message: error.message }));
  }
  return null;
}

async function examine(ctx: Working, found: LoadedImport) {
  const target = await targetFor(ctx, found);
  const judge = new Judge(found, target, await knownTo(ctx, target.fields));
  const names = found.columns.map(({ name }) => name);
  const place = { tenantId: ctx.tenant.id, fileId: found.file.id };
  const choices = choiceCounter(found.columns);
  const open = { found, judge, tally: { ...noRows }, position: 0 };
  await ctx.transact((db) => forgetRefusals(db, found.id));
  let chunk: SourceRow[] = [];
  for await (const row of sourceRows(place, found.format, names)) {
    if ('cells' in row) choices.count(row.cells);
    if (chunk.push(row) < chunkRows) continue;
    if (!(await examineChunk(ctx, open, chunk))) return;
    chunk = [];
  }
  if (!(await examineChunk(ctx, open, chunk))) return;
  await ctx.transact(async (db) => {
    await lockImport(db, found.id, ['checking']);
    const reasons = await reasonsOf(db, found.id);
    const end = { state: 'draft', message: null, reasons, checkedAt: new Date() } as const;
    await put(db, found.id, end);
  });
}

interface Examination {
  found: LoadedImport;
  judge: Judge;
  tally: Tally;
  /** Rows dealt with. */
  position: number;
}

/** False when the check was stopped. */
async function examineChunk(ctx: Working, open: Examination, rows: readonly SourceRow[]) {
  const { found, judge, position } = open;
  const where = { collectionId: found.collectionId, lock: false };
  const verdict = await judge.judge(ctx.db, judge.read(rows), where);
  open.tally = addTally(open.tally, tallyOf(verdict));
  open.position += rows.length;
  return await ctx.transact(async (db) => {
    const [now] = await db
      .select({ state: imports.state })
      .from(imports)
      .where(eq(imports.id, found.id))
      .for('update');
    if (now?.state !== 'checking') return false;
    await keepRefusals(db, { importId: found.id, position }, verdict.refused);
    await put(db, found.id, { ...open.tally, rowsTotal: open.position });
    return true;
  });
}

const put = (db: TenantDb, importId: string, part: Partial<typeof imports.$inferInsert>) =>
  db.update(imports).set(part).where(eq(imports.id, importId));
