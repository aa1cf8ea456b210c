import { and, eq, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { AppError, notFound } from '@/lib/errors';
import { sameValue } from '@/lib/fields/value';
import { holdFiles, holdsFiles } from '../attachments/hold';
import type { CollectionsCtx, ReadingCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { type LoadedCollection, loadCollection, loadForWriting } from '../load';
import { requireReach } from '../rules/require';
import { rowsOf } from '../rules/rows';
import { knownIn } from '../values/known';
import { columnsOf, type Data } from '../values/row';
import { showValue, valueIn } from '../values/show';
import { nothingKnown } from '../values/value';
import { recordColumns } from '../view/record-columns';
import { checkValues, refuseErrors } from './check';
import { withLinked } from './linked';
import { presentRecord } from './list';
import type { RecordShape } from './shapes';
import { findTaken } from './taken';

type Raw = Record<string, unknown>;

export interface RecordChange {
  collectionId: string;
  recordId: string;
  /** New values by field key. */
  changes: Raw;
  /** The values of those fields as the editor last saw them. */
  base?: Raw | undefined;
  /** Instead of `base`: the version of the whole record the editor last saw. */
  version?: number | undefined;
}

/** One record. Throws `not_found` for an absent, foreign or trashed one. */
export async function getRecord(
  ctx: ReadingCtx,
  { collectionId, recordId }: { collectionId: string; recordId: string },
): Promise<RecordShape> {
  const collection = await loadCollection(ctx, collectionId);
  const { fields } = collection;
  const [row] = await ctx.db.select(recordColumns).from(records).where(live(collection, recordId));
  if (!row) throw notFound('This record');
  return await whole(ctx, fields, presentRecord(row, fields));
}

/** A record with what its relations lead to. */
async function whole(
  ctx: ReadingCtx,
  fields: readonly StoredField[],
  record: RecordShape,
): Promise<RecordShape> {
  const [linked = record] = await withLinked(ctx, fields, [record]);
  return linked;
}

/**
 * Changes fields of one record. Edits of different fields by several people all stay; a field that
 * somebody else changed since the editor saw it is a `conflict` that carries the record as it is.
 */
export async function updateRecord(
  ctx: CollectionsCtx,
  change: RecordChange,
): Promise<RecordShape> {
  const { collectionId, recordId } = change;
  const collection = await loadForWriting(ctx, collectionId);
  const { fields } = collection;
  const [row] = await ctx.db
    .select(recordColumns)
    .from(records)
    .where(live(collection, recordId))
    .for('update');
  if (!row) throw notFound('This record');
  requireReach(collection.access, 'change', [row]);
  const known = await knownIn(ctx, fields, [change.changes], [row.data]);
  const { data, errors } = checkValues(fields, change.changes, known);
  const merged = { ...row.data, ...data } as Data;
  for (const { field, message } of await findTaken(ctx.db, collection, [
    { id: recordId, data: merged },
  ])) {
    if (Object.hasOwn(data, field.key)) errors.set(field.key, message);
  }
  refuseErrors(errors, 'changes');
  ctx.about('record', recordId, { collectionId, fields: Object.keys(data) });
  const current = presentRecord(row, fields);
  const conflict = conflictOf(change, { current, next: data, fields });
  if (conflict) throw conflict(await whole(ctx, fields, current));
  const changed = Object.keys(data).some((key) => !sameValue(data[key], valueIn(row.data, key)));
  const after = changed
    ? await save(ctx, { current, before: row.data, data, collection })
    : current;
  return await whole(ctx, fields, after);
}

const live = (collection: LoadedCollection, recordId: string) =>
  and(rowsOf(collection), eq(records.id, recordId), isNull(records.deletedAt));

interface Saving {
  current: RecordShape;
  before: Raw;
  data: Data;
  collection: LoadedCollection;
}

async function save(ctx: CollectionsCtx, { current, before, data, collection }: Saving) {
  const merged = { ...before, ...data } as Data;
  const { slots, searchText, uniqueKeys } = columnsOf(collection.design, merged);
  const updatedAt = new Date();
  const version = current.version + 1;
  await ctx.db
    .update(records)
    .set({
      data: merged,
      searchText,
      uniqueKeys,
      version,
      updatedAt,
      updatedBy: ctx.actor.id,
      ...Object.fromEntries(Object.entries(slots).map(([slot, held]) => [slot, sql`${held}`])),
    })
    .where(eq(records.id, current.id));
  if (collection.design.some((field) => holdsFiles(field) && Object.hasOwn(data, field.key))) {
    await holdFiles(ctx.db, collection.design, [{ id: current.id, data: merged }]);
  }
  const row = { ...current, data: merged, version, updatedAt, updatedBy: ctx.actor.id };
  return presentRecord(row, collection.fields);
}

/** Makes the error of a conflict, given the record to show; null when nothing is lost. */
function conflictOf(
  { base, version }: RecordChange,
  { current, next, fields }: { current: RecordShape; next: Data; fields: readonly StoredField[] },
) {
  const lost = lostFields(fields, next, {
    held: current.data,
    base,
    stale: version !== current.version,
  });
  const [field] = lost;
  if (!field) return null;
  const held = showValue(field, valueIn(current.data, field.key), nothingKnown);
  return (record: RecordShape) =>
    new AppError(
      'conflict',
      `${field.name} was changed by somebody else meanwhile${held ? `: it is now “${held.slice(0, 80)}”` : ''}.`,
      {
        fields: Object.fromEntries(
          lost.map(({ key, name }) => [`changes.${key}`, `${name} was changed meanwhile`]),
        ),
        current: record,
      },
    );
}

interface Seen {
  /** The document as it is. */
  held: Raw;
  /** The values the editor saw. */
  base: Raw | undefined;
  /** Whether the editor saw an older record; counts for fields that `base` does not name. */
  stale?: boolean;
}

/** Fields that would be overwritten without having been seen as they are. */
export const lostFields = (
  fields: readonly StoredField[],
  next: Data,
  { held, base, stale = true }: Seen,
): StoredField[] =>
  fields.filter(({ key }) => {
    if (!Object.hasOwn(next, key)) return false;
    const now = valueIn(held, key);
    if (sameValue(now, next[key])) return false;
    return base && Object.hasOwn(base, key) ? !sameValue(now, base[key] ?? null) : stale;
  });
