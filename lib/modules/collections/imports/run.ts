import { eq, sql } from 'drizzle-orm';
import { type ImportError, imports } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '@/lib/doors/ctx';
import { isAppError } from '@/lib/errors';
import type { StoredField } from '../fields/shapes';
import { loadCollection, loadForWriting } from '../load';
import { insertStaged, type StagedRecords, stageRecords } from '../records/insert';
import { knownTo } from '../values/known';
import type { Data } from '../values/row';
import type { Known } from '../values/value';
import { maxErrors } from './check';
import { type LoadedImport, loadImport } from './load';
import { planImport, readRow } from './plan';
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
  const run: Run = { ctx, found, fields, known: await knownTo(ctx, fields) };
  let position = found.rowsDone + found.rowsFailed;
  let passed = 0;
  let chunk: SourceRow[] = [];
  // While the database writes one chunk, the next is read and checked.
  let written: Promise<boolean> = Promise.resolve(true);
  const send = async () => {
    const checked = checkChunk(run, { position, rows: chunk });
    if (!(await written)) return false;
    written = writeChunk(run, checked);
    written.catch(() => undefined);
    position += chunk.length;
    chunk = [];
    return true;
  };
  for await (const row of sourceRows(place, found.format, names)) {
    if (++passed <= position) continue;
    chunk.push(row);
    if (chunk.length >= chunkRows && !(await send())) return false;
  }
  return (await send()) && (await written);
}

interface Run {
  ctx: TenantCtx;
  found: LoadedImport;
  /** The fields that rows are checked against, as they were when last looked at. */
  fields: StoredField[];
  known: Known;
}

interface Chunk {
  /** Rows of the file that earlier chunks dealt with. */
  position: number;
  rows: readonly SourceRow[];
}

interface CheckedChunk extends Chunk {
  fields: StoredField[];
  staged: StagedRecords;
  errors: ImportError[];
  failed: number;
}

function checkChunk({ found, fields, known }: Run, chunk: Chunk): CheckedChunk {
  const plan = planImport(found.columns, fields);
  const documents: Data[] = [];
  const errors: ImportError[] = [];
  let failed = 0;
  for (const source of chunk.rows) {
    const result = readRow(source, plan, known);
    if ('data' in result) documents.push(result.data);
    else {
      failed++;
      errors.push(...result.errors);
    }
  }
  return { ...chunk, fields, errors, failed, staged: stageRecords(fields, documents) };
}

/** False when the import was cancelled or another run is ahead. */
async function writeChunk(run: Run, checked: CheckedChunk): Promise<boolean> {
  const { ctx, found } = run;
  return await ctx.db.transaction(async (db) => {
    if (!(await claim(db, found.id, checked.position))) return false;
    const collectionId = found.collectionId ?? '';
    const { fields } = await loadForWriting(db, collectionId);
    const same = JSON.stringify(fields) === JSON.stringify(checked.fields);
    if (!same) run.fields = fields;
    const { staged, failed, errors } = same ? checked : checkChunk(run, checked);
    if (staged.ids.length > 0) {
      const target = { collectionId, fields, actorId: found.createdBy, importId: found.id };
      await insertStaged(db, target, staged);
    }
    await advance(db, found.id, { done: staged.ids.length, failed, errors });
    return true;
  });
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

async function advance(
  db: TenantDb,
  importId: string,
  { done, failed, errors }: { done: number; failed: number; errors: readonly ImportError[] },
) {
  const kept = JSON.stringify(errors.slice(0, maxErrors));
  const room = sql`jsonb_array_length(${imports.errors}) < ${maxErrors}::int`;
  await db
    .update(imports)
    .set({
      state: 'running',
      startedAt: sql`coalesce(${imports.startedAt}, now())`,
      rowsDone: sql`${imports.rowsDone} + ${done}::int`,
      rowsFailed: sql`${imports.rowsFailed} + ${failed}::int`,
      ...(errors.length > 0 && {
        // A constant of this file.
        errors: sql`case when ${room} then jsonb_path_query_array(${imports.errors} || ${kept}::jsonb, '$[0 to ${sql.raw(String(maxErrors - 1))}]') else ${imports.errors} end`,
      }),
    })
    .where(eq(imports.id, importId));
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
        finishedAt: new Date(),
        rowsTotal: sql`${imports.rowsDone} + ${imports.rowsFailed}`,
      })
      .where(eq(imports.id, importId));
    ctx.about('import', importId, end);
  });
