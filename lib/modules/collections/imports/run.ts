import { eq, sql } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { isAppError } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { loadCollection, loadForWriting } from '../load';
import { changeRecords } from '../records/change';
import { insertStaged, type StagedRecords, stageRecords } from '../records/insert';
import { knownTo } from '../values/known';
import { type Tally, tallyOf } from './counts';
import { Judge, type ReadRows, type Verdict } from './judge';
import { type LoadedImport, loadImport } from './load';
import { keepRefusals, reasonsOf } from './refusals';
import { sourceRows } from './source';
import type { SourceRow } from './source-row';

/** Rows written in one transaction. */
const chunkRows = 2_000;

/**
 * Writes an import's rows, chunk by chunk. Each chunk and the count of rows done are one
 * transaction, so a run that is repeated or was cut off goes on at the first row not yet written.
 */
export async function runImport(ctx: TenantCtx, { importId }: { importId: string }) {
  const found = await loadImport(ctx.db, importId);
  if (found.state !== 'queued' && found.state !== 'running') return null;
  try {
    const whole = await runChunks(ctx, found);
    if (whole) await finish(ctx, importId, { state: 'done', message: null });
  } catch (error) {
    // What is wrong with the file or the collection will not pass; anything else may, on a retry.
    if (!isAppError(error)) throw error;
    await finish(ctx, importId, { state: 'failed', message: error.message });
  }
  return null;
}

async function runChunks(ctx: TenantCtx, found: LoadedImport): Promise<boolean> {
  const names = found.columns.map(({ name }) => name);
  const place = { tenantId: ctx.tenant.id, fileId: found.file.id };
  const { fields } = await loadCollection(ctx.db, found.collectionId ?? '');
  const run: Run = { ctx, found, judge: new Judge(found, fields, await knownTo(ctx, fields)) };
  const begin = found.rowsDone + found.rowsFailed;
  let position = 0;
  let chunk: SourceRow[] = [];
  // While the database writes one chunk, the next is read and checked.
  let written: Promise<boolean> = Promise.resolve(true);
  const send = async () => {
    const checked = checkChunk(run, { position, rows: chunk });
    position += chunk.length;
    chunk = [];
    // Rows that an earlier run dealt with are read again for their keys alone.
    if (checked.position < begin) return true;
    if (!(await written)) return false;
    written = writeChunk(run, checked);
    written.catch(() => undefined);
    return true;
  };
  for await (const row of sourceRows(place, found.format, names)) {
    const full = chunk.push(row) >= chunkRows || position + chunk.length === begin;
    if (full && !(await send())) return false;
  }
  return (await send()) && (await written);
}

interface Run {
  ctx: TenantCtx;
  found: LoadedImport;
  /** Judges by the fields as they were when last looked at. */
  judge: Judge;
}

interface Chunk {
  /** Rows of the file that earlier chunks dealt with. */
  position: number;
  rows: readonly SourceRow[];
}

interface CheckedChunk extends Chunk {
  read: ReadRows;
  fields: readonly StoredField[];
  /** Rows as they are to be sent, where none of them can mean a record that is there. */
  staged: StagedRecords | null;
}

function checkChunk({ judge, found }: Run, chunk: Chunk): CheckedChunk {
  const read = judge.read(chunk.rows);
  const { fields } = judge;
  const staged = found.keys.length > 0 ? null : stageRecords(fields, judge.fresh(read));
  return { ...chunk, read, fields, staged };
}

/** False when the import was cancelled or another run is ahead. */
async function writeChunk(run: Run, checked: CheckedChunk): Promise<boolean> {
  const { ctx, found } = run;
  return await ctx.db.transaction(async (db) => {
    if (!(await claim(db, found.id, checked.position))) return false;
    const collectionId = found.collectionId ?? '';
    const { fields } = await loadForWriting(db, collectionId);
    const same = JSON.stringify(fields) === JSON.stringify(checked.fields);
    if (!same) run.judge = run.judge.withFields(fields);
    const { read, staged } = same ? checked : checkChunk(run, checked);
    const verdict = await run.judge.judge(db, read, { collectionId, lock: true });
    await write(db, { run, fields, verdict, staged });
    const { position } = checked;
    await keepRefusals(db, { importId: found.id, position }, verdict.refused);
    await advance(db, run, tallyOf(verdict));
    return true;
  });
}

interface Writing {
  run: Run;
  fields: readonly StoredField[];
  verdict: Verdict;
  staged: StagedRecords | null;
}

async function write(db: TenantDb, { run: { found }, fields, verdict, staged }: Writing) {
  const collectionId = found.collectionId ?? '';
  const target = { collectionId, fields, actorId: found.createdBy, importId: found.id };
  // Rows that repeat a value of their own fell out only now.
  const asRead = staged?.ids.length === verdict.add.length ? staged : null;
  if (verdict.add.length > 0) {
    await insertStaged(db, target, asRead ?? stageRecords(fields, verdict.add));
  }
  await changeRecords(db, target, verdict.change);
}

async function claim(db: TenantDb, importId: string, position: number): Promise<boolean> {
  const [now] = await db
    .select({ state: imports.state, done: imports.rowsDone, failed: imports.rowsFailed })
    .from(imports)
    .where(eq(imports.id, importId))
    .for('update');
  const open = now?.state === 'queued' || now?.state === 'running';
  return open && now.done + now.failed === position;
}

async function advance(db: TenantDb, { ctx, found }: Run, tally: Tally) {
  const request = JSON.stringify([ctx.requestId]);
  const counts = Object.fromEntries(
    Object.entries(tally).map(([name, rows]) => [
      name,
      sql`${imports[name as keyof Tally]} + ${rows}::int`,
    ]),
  );
  await db
    .update(imports)
    .set({
      ...counts,
      state: 'running',
      startedAt: sql`coalesce(${imports.startedAt}, now())`,
      requests: sql`case when ${imports.requests} @> ${request}::jsonb then ${imports.requests} else ${imports.requests} || ${request}::jsonb end`,
    })
    .where(eq(imports.id, found.id));
}

const finish = (
  ctx: TenantCtx,
  importId: string,
  end: { state: 'done' | 'failed'; message: string | null },
) =>
  ctx.transact(async (db) => {
    await db
      .update(imports)
      .set({
        ...end,
        reasons: await reasonsOf(db, importId),
        finishedAt: new Date(),
        rowsTotal: sql`${imports.rowsDone} + ${imports.rowsFailed}`,
      })
      .where(eq(imports.id, importId));
    ctx.about('import', importId, end);
  });
