import { eq } from 'drizzle-orm';
import { type ImportFormat, imports } from '@/db/schema/tenant/collections';
import { people } from '@/db/schema/tenant/people';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid } from '@/lib/errors';
import type { FieldType, StoredField } from '../fields/shapes';
import { openFile } from '../files/verbs';
import { loadCollection } from '../load';
import { accessOf, everything } from '../rules/access';
import { designOf } from '../rules/fields';
import type { Asking, AskingDb } from '../rules/reader';
import { workbookType } from '../spreadsheets/write';
import { noRows } from './counts';
import { detectFormat } from './detect';
import { guessTargets, guessType } from './guess';
import type { Target } from './judge';
import { keyOf } from './keys';
import { type LoadedImport, loadImport, lockImport } from './load';
import { planImport } from './plan';
import type { Draft, Import } from './shapes';
import { columnNames, sourceRows } from './source';
import { workbookAt } from './workbook-rows';

/** Rows from which types are guessed, and rows shown. */
const guessRows = 1_000;
const shownRows = 20;
const shownLength = 200;

const kinds: Record<string, ImportFormat['kind']> = {
  'application/json': 'json',
  [workbookType]: 'xlsx',
};

interface DraftRequest {
  fileId: string;
  collectionId?: string | undefined;
  collectionName?: string | undefined;
}

/** Looks into an uploaded file and proposes how to import it. Nothing is imported yet. */
export async function draftImport(ctx: TenantCtx, request: DraftRequest): Promise<Draft> {
  const { fileId, collectionId, collectionName } = request;
  const { fields } = await targetFor(ctx, { collectionId: collectionId ?? null });
  const file = await openFile(ctx, fileId);
  const place = { tenantId: ctx.tenant.id, fileId };
  const kind = kinds[file.mediaType] ?? 'csv';
  const format = await detectFormat(place, kind);
  const { names, types } = await lookInto(ctx, fileId, format);
  const columns = guessTargets(
    names.map((name, index) => ({ name, type: types[index] ?? 'text' })),
    fields,
  );
  const importId = await ctx.transact(async (db) => {
    const [made] = await db
      .insert(imports)
      .values({
        fileId,
        format,
        columns,
        collectionId: collectionId ?? null,
        collectionName: collectionName ?? null,
        createdBy: ctx.actor.id,
      })
      .returning({ id: imports.id });
    ctx.about('import', made?.id ?? null, { file: file.name });
    return made?.id ?? '';
  });
  return await getDraft(ctx, { importId });
}

export interface DraftChange {
  importId: string;
  collectionName?: string | undefined;
  format?: ImportFormat | undefined;
  columns?: Import['columns'] | undefined;
  mode?: Import['mode'] | undefined;
  keys?: number[] | undefined;
  emptyCells?: Import['emptyCells'] | undefined;
}

/** Changes how a file that waits to be imported is read and where its columns go. */
export async function changeDraft(ctx: TenantCtx, change: DraftChange): Promise<Draft> {
  const draft = await loadImport(ctx, change.importId);
  const { fields } = await targetFor(ctx, draft);
  const columns = await columnsAfter(ctx, { draft, change, fields });
  const matching = matchingAfter(draft, change);
  keyOf(matching, planImport(columns, fields).targets);
  await ctx.transact(async (db) => {
    await lockImport(db, draft.id, ['draft']);
    await db
      .update(imports)
      .set({
        columns,
        ...matching,
        ...noRows,
        format: change.format ?? draft.format,
        collectionName: draft.collectionId ? null : (change.collectionName ?? draft.collectionName),
        rowsTotal: 0,
        errors: [],
        reasons: [],
        message: null,
        checkedAt: null,
      })
      .where(eq(imports.id, draft.id));
    ctx.about('import', draft.id);
  });
  return await getDraft(ctx, { importId: draft.id });
}

/** An import with the first rows of its file. */
export async function getDraft(ctx: TenantCtx, { importId }: { importId: string }): Promise<Draft> {
  const found = await loadImport(ctx, importId);
  const { sample, types } = await lookInto(ctx, found.file.id, found.format);
  const place = { tenantId: ctx.tenant.id, fileId: found.file.id };
  const sheets = found.format.kind === 'xlsx' ? (await workbookAt(place)).sheets : [];
  return { import: found, sample, types, sheets };
}

/** How rows find records; where nothing tells them apart, all of them are new. */
function matchingAfter(draft: Import, change: DraftChange) {
  const keys = [...new Set(change.format ? [] : (change.keys ?? draft.keys))];
  const mode = change.mode ?? draft.mode;
  if (keys.length === 0 && change.mode && change.mode !== 'add') {
    throw invalid('keys', 'Choose the column by which rows find their records.');
  }
  const emptyCells = change.emptyCells ?? draft.emptyCells;
  return { keys, mode: keys.length === 0 ? ('add' as const) : mode, emptyCells };
}

async function columnsAfter(
  ctx: TenantCtx,
  { draft, change, fields }: { draft: Import; change: DraftChange; fields: readonly StoredField[] },
): Promise<Import['columns']> {
  const format = change.format ?? draft.format;
  if (format.kind !== draft.format.kind) {
    throw invalid('format.kind', 'A file stays of the kind that it is.');
  }
  if (JSON.stringify(format) === JSON.stringify(draft.format)) {
    const names = draft.columns.map(({ name }) => name);
    // The names are the file's; only where they go can be chosen.
    return change.columns?.length === names.length
      ? change.columns.map(({ target }, index) => ({ name: names[index] ?? '', target }))
      : draft.columns;
  }
  const { names, types } = await lookInto(ctx, draft.file.id, format);
  return guessTargets(
    names.map((name, index) => ({ name, type: types[index] ?? 'text' })),
    fields,
  );
}

/** The collection an import goes to; one of no fields when it makes its own. Throws `forbidden` for clients. */
export async function targetFor(
  ctx: AskingDb,
  { collectionId }: Pick<Import, 'collectionId'>,
): Promise<Target> {
  if (!collectionId) return toBeMade;
  const collection = await loadCollection(ctx, collectionId);
  if (collection.rules) refuseClient(ctx);
  return collection;
}

/** The work is done later, as somebody with roles; a client is nobody, and rules would open nothing to it. */
export function refuseClient(ctx: Asking) {
  if ('actor' in ctx && ctx.actor.kind === 'client') throw clientImports();
}

/** The same once the work is done, as rules may be set after it was begun. */
export async function refuseWorkOfClient(
  ctx: AskingDb,
  { createdBy, collectionId }: Pick<LoadedImport, 'createdBy' | 'collectionId'>,
): Promise<void> {
  if (!createdBy || !collectionId) return;
  const person = eq(people.id, createdBy);
  const found = await ctx.db.select({ id: people.id }).from(people).where(person);
  if (found.length > 0) return;
  const { rules } = await loadCollection({ ...ctx, reader: everything }, collectionId);
  if (rules) throw clientImports();
}

const clientImports = () =>
  new AppError(
    'forbidden',
    'This collection has rules, and a token of the workspace imports nothing under them. Create the records one by one, or import as a person.',
  );

const toBeMade: Target = {
  fields: [],
  design: designOf([]),
  access: accessOf(null, everything, []),
};

async function lookInto(ctx: TenantCtx, fileId: string, format: ImportFormat) {
  const place = { tenantId: ctx.tenant.id, fileId };
  const names = await columnNames(place, format);
  const values: unknown[][] = names.map(() => []);
  const sample: Draft['sample'] = [];
  let seen = 0;
  for await (const row of sourceRows(place, format, names)) {
    if ('cells' in row) {
      for (const [index, column] of values.entries()) column.push(row.cells[index]);
      if (sample.length < shownRows) sample.push({ row: row.row, cells: shown(row.cells, names) });
    }
    if (++seen >= guessRows) break;
  }
  const types: FieldType[] = values.map(guessType);
  return { names, types, sample };
}

const shown = (cells: readonly unknown[], names: readonly string[]) =>
  names.map((_, index) => String(cells[index] ?? '').slice(0, shownLength));
