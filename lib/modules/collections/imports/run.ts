import { eq, sql } from 'drizzle-orm';
import { imports } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { isAppError } from '@/lib/errors';
import { loadCollection, loadForWriting } from '../load';
import { changeRecords } from '../records/change';
import { insertStaged, type StagedRecords, stageRecords } from '../records/insert';
import { holdRecords, isLimited, roomForRecords } from '../records/room';
import type { Design } from '../rules/fields';
import { knownTo } from '../values/known';
import { type Tally, tallyOf } from './counts';
import { refuseWorkOfClient } from './draft';
import { Judge, type ReadRows, type Target, type Verdict } from './judge';
import { type LoadedImport, loadImport, onBehalf } from './load';
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
  const found = await loadImport(ctx, importId);
  if (found.state !== 'queued' && found.state !== 'running') return null;
  try {
    await refuseWorkOfClient(ctx, found);
    const whole = await runChunks(await onBehalf(ctx, found.createdBy), found);
    if (whole) await finish(ctx, importId, { state: 'done', message: null });
  } catch (error) {
    // What is wrong with the file or the collection will not pass; anything else may, on a retry.
    if (!isAppError(error)) throw error;
    await finish(ctx, importId, { state: 'failed', message: error.message });
  }
  return null;
}

type Working = Awaited<ReturnType<typeof onBehalf>>;

async function runChunks(ctx: Working, found: LoadedImport): Promise<boolean> {
  const names = found.columns.map(({ name }) => name);
  const place = { tenantId: ctx.tenant.id, fileId: found.file.id };
  const target = await loadCollection(ctx, found.collectionId ?? '');
  const known = await knownTo(ctx, target.fields);
  const run: Run = { ctx, found, judge: new Judge(found, target, known) };
  const begin = found.rowsDone + found.rowsFailed;
  let position = 0;
  let chunk: SourceRow[] = [];
  // While the database writes one chunk, the next is read and checked.
  let before: Promise<boolean> = Promise.resolve(true);
  let written: Promise<boolean> = before;
  const send = async () => {
    const checked = checkChunk(run, { position, rows: chunk });
    position += chunk.length;
    chunk = [];
    // Rows that an earlier run dealt with are read again for their keys alone.
    if (checked.position < begin) return true;
    const ahead = isPlain(run, checked) ? before : written;
    if (!(await ahead)) return false;
    before = written;
    written = writeChunk(run, checked, before);
    written.catch(() => undefined);
    return true;
  };
  try {
    for await (const row of sourceRows(place, found.format, names)) {
      const full = chunk.push(row) >= chunkRows || position + chunk.length === begin;
      if (full && !(await send())) return false;
    }
    return (await send()) && (await written);
  } finally {
    await Promise.allSettled([before, written]);
  }
}

interface Run {
  ctx: Working;
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
  target: Target;
  /** Rows as they are to be sent, where none of them can mean a record that is there. */
  staged: StagedRecords | null;
}

function checkChunk({ judge, found }: Run, chunk: Chunk): CheckedChunk {
  const read = judge.read(chunk.rows);
  const { target } = judge;
  const staged = found.keys.length > 0 ? null : stageRecords(target.design, judge.fresh(read));
  return { ...chunk, read, target, staged };
}

/**
 * Whether rows are written alike whatever the rows before them wrote: two chunks then go side by side.
 * Where records are counted, one waits for the other's count.
 */
const isPlain = ({ ctx }: Run, { staged, target }: CheckedChunk) =>
  staged !== null && !isLimited(ctx) && !target.design.some(({ unique }) => unique);

/** What was written is taken back: the import was cancelled or another run is ahead. */
class Overtaken extends Error {}

/** False when the import was cancelled or another run is ahead. `before` is the chunk before this one. */
async function writeChunk(run: Run, checked: CheckedChunk, before: Promise<boolean>) {
  const { ctx, found } = run;
  const { position } = checked;
  const plain = isPlain(run, checked);
  const work = ctx.db.transaction(async (db) => {
    if (!plain && !(await claim(db, found.id, position))) return false;
    const collectionId = found.collectionId ?? '';
    await refuseWorkOfClient({ ...ctx, db }, found);
    const target = await loadForWriting({ ...ctx, db }, collectionId);
    await holdRecords({ ...ctx, db });
    const same = alike(target, checked.target);
    if (!same) run.judge = run.judge.withTarget(target);
    const { read, staged } = same ? checked : checkChunk(run, checked);
    const verdict = await run.judge.judge(db, read, { collectionId, lock: true });
    await write(db, { run, design: target.design, verdict, staged });
    if (plain && !((await before) && (await claim(db, found.id, position)))) throw new Overtaken();
    await keepRefusals(db, { importId: found.id, position }, verdict.refused);
    await advance(db, run, tallyOf(verdict));
    return true;
  });
  return await work.catch((error: unknown) => {
    if (error instanceof Overtaken) return false;
    throw error;
  });
}

/** Whether rows that were read for one are read alike for the other. */
const alike = (one: Target, other: Target) =>
  JSON.stringify([one.design, one.fields]) === JSON.stringify([other.design, other.fields]);

interface Writing {
  run: Run;
  design: Design;
  verdict: Verdict;
  staged: StagedRecords | null;
}

async function write(db: TenantDb, { run: { ctx, found }, design, verdict, staged }: Writing) {
  await roomForRecords({ ...ctx, db }, verdict.add.length);
  const collectionId = found.collectionId ?? '';
  const target = { collectionId, fields: design, actorId: found.createdBy, importId: found.id };
  // Rows that repeat a value of their own fell out only now.
  const asRead = staged?.ids.length === verdict.add.length ? staged : null;
  if (verdict.add.length > 0) {
    await insertStaged(db, target, asRead ?? stageRecords(design, verdict.add));
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
