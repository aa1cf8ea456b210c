import { and, eq, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { AppError, notFound } from '@/lib/errors';
import type { CollectionsCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { loadCollection, loadForWriting } from '../load';
import { knownIn } from '../values/known';
import { columnsOf, type Data } from '../values/row';
import { showValue, valueIn } from '../values/show';
import { nothingKnown, sameValue } from '../values/value';
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
  ctx: Pick<CollectionsCtx, 'db' | 'tenant'>,
  { collectionId, recordId }: { collectionId: string; recordId: string },
): Promise<RecordShape> {
  const { fields } = await loadCollection(ctx.db, collectionId);
  const [row] = await ctx.db
    .select(recordColumns)
    .from(records)
    .where(live(collectionId, recordId));
  if (!row) throw notFound('This record');
  return await whole(ctx, fields, presentRecord(row, fields));
}

/** A record with what its relations lead to. */
async function whole(
  ctx: Pick<CollectionsCtx, 'db' | 'tenant'>,
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
  const { fields } = await loadForWriting(ctx.db, collectionId);
  const [row] = await ctx.db
    .select(recordColumns)
    .from(records)
    .where(live(collectionId, recordId))
    .for('update');
  if (!row) throw notFound('This record');
  const known = await knownIn(ctx, fields, [change.changes]);
  const { data, errors } = checkValues(fields, change.changes, known);
  const merged = { ...row.data, ...data } as Data;
  for (const { field, message } of await findTaken(ctx.db, fields, [
    { id: recordId, data: merged },
  ])) {
    if (Object.hasOwn(data, field.key)) errors.set(field.key, message);
  }
  refuseErrors(errors, 'changes');
  ctx.about('record', recordId, { collectionId, fields: Object.keys(data) });
  const current = presentRecord(row, fields);
  refuseConflict(change, { current, next: data, fields });
  const changed = Object.keys(data).some((key) => !sameValue(data[key], valueIn(row.data, key)));
  const after = changed ? await save(ctx, { current, before: row.data, data, fields }) : current;
  return await whole(ctx, fields, after);
}

const live = (collectionId: string, recordId: string) =>
  and(eq(records.id, recordId), eq(records.collectionId, collectionId), isNull(records.deletedAt));

interface Saving {
  current: RecordShape;
  before: Raw;
  data: Data;
  fields: readonly StoredField[];
}

async function save(ctx: CollectionsCtx, { current, before, data, fields }: Saving) {
  const merged = { ...before, ...data } as Data;
  const { slots, searchText, uniqueKeys } = columnsOf(fields, merged);
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
  const row = { ...current, data: merged, version, updatedAt, updatedBy: ctx.actor.id };
  return presentRecord(row, fields);
}

function refuseConflict(
  { base, version }: RecordChange,
  { current, next, fields }: { current: RecordShape; next: Data; fields: readonly StoredField[] },
) {
  const lost = fields.filter(({ key }) => {
    if (!Object.hasOwn(next, key)) return false;
    const held = valueIn(current.data, key);
    if (sameValue(held, next[key])) return false;
    if (base && Object.hasOwn(base, key)) return !sameValue(held, base[key]);
    return version !== current.version;
  });
  const [field] = lost;
  if (!field) return;
  const held = showValue(field, valueIn(current.data, field.key), nothingKnown);
  throw new AppError(
    'conflict',
    `${field.name} was changed by somebody else meanwhile${held ? `: it is now “${held.slice(0, 80)}”` : ''}.`,
    {
      fields: Object.fromEntries(
        lost.map(({ key, name }) => [`changes.${key}`, `${name} was changed meanwhile`]),
      ),
      current,
    },
  );
}
