import { and, isNotNull, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import type { CollectionsCtx } from '../context';
import { type LoadedCollection, loadForWriting } from '../load';
import { requireCreate, requireReach } from '../rules/require';
import { rowsOf } from '../rules/rows';
import { planSweep } from '../trash/change';
import { knownIn } from '../values/known';
import type { Data } from '../values/row';
import { checkNew, refuseErrors } from './check';
import { withDefaults } from './defaults';
import { insertRecords } from './insert';
import { withLinked } from './linked';
import { presentRecord } from './list';
import { refuseReturn } from './refuse-taken';
import { holdRecords, roomForRecords, roomForReturned } from './room';
import type { RecordShape } from './shapes';
import { findTaken } from './taken';

type Raw = Record<string, unknown>;

/** Adds one record. Throws `invalid` with a message for each value that is wrong. */
export async function createRecord(
  ctx: CollectionsCtx,
  { collectionId, data: raw }: { collectionId: string; data: Raw },
): Promise<RecordShape> {
  const collection = await loadForWriting(ctx, collectionId);
  const { fields, design } = collection;
  requireCreate(collection.access);
  const whole = withDefaults(ctx, design, raw);
  const known = await knownIn(ctx, design, [whole]);
  const { data, errors } = checkNew(collection, { given: raw, whole, known });
  for (const { field, message } of await findTaken(ctx.db, collection, [{ data }])) {
    errors.set(field.key, message);
  }
  refuseErrors(errors, 'data');
  await roomForRecords(ctx, 1);
  const actorId = ctx.actor.id;
  const target = { collectionId, fields: design, actorId };
  const { ids, createdAt } = await insertRecords(ctx.db, target, [data]);
  const id = ids[0] ?? '';
  ctx.about('record', id, { collectionId });
  const record = presentRecord(
    {
      id,
      version: 1,
      data,
      createdAt,
      updatedAt: createdAt,
      createdBy: actorId,
      updatedBy: actorId,
    },
    fields,
  );
  const [linked = record] = await withLinked(ctx, fields, [record]);
  return linked;
}

/** Adds up to 1,000 records, all or none; errors name the record by its place. */
export async function createRecords(
  ctx: CollectionsCtx,
  { collectionId, records: raws }: { collectionId: string; records: Raw[] },
): Promise<{ ids: string[] }> {
  const collection = await loadForWriting(ctx, collectionId);
  const { design } = collection;
  requireCreate(collection.access);
  const wholes = raws.map((raw) => withDefaults(ctx, design, raw));
  const known = await knownIn(ctx, design, wholes);
  const documents: Data[] = [];
  const wrong: Record<string, string> = {};
  for (const [index, whole] of wholes.entries()) {
    const { data, errors } = checkNew(collection, { given: raws[index] ?? {}, whole, known });
    for (const [key, message] of errors) {
      wrong[key ? `records.${index}.${key}` : `records.${index}`] = message;
    }
    documents.push(data);
  }
  const claimants = documents.map((data) => ({ data }));
  for (const { index, field, message } of await findTaken(ctx.db, collection, claimants)) {
    wrong[`records.${index}.${field.key}`] ??= message;
  }
  const [first] = Object.entries(wrong);
  if (first) {
    const place = Number(first[0].split('.')[1]) + 1;
    throw new AppError('invalid', `Record ${place}: ${first[1]}`, { fields: wrong });
  }
  await roomForRecords(ctx, documents.length);
  const target = { collectionId, fields: design, actorId: ctx.actor.id };
  const { ids } = await insertRecords(ctx.db, target, documents);
  ctx.about('collection', collectionId, { records: ids.length });
  return { ids };
}

interface Selection {
  collectionId: string;
  ids: string[];
}

/** Moves records to the trash; those already gone are passed over. Undone by `restoreRecords`. */
export async function deleteRecords(ctx: CollectionsCtx, { collectionId, ids }: Selection) {
  const collection = await loadForWriting(ctx, collectionId);
  await requireRemovable(ctx.db, collection, { ids, trashed: false });
  const changed = await markRecords(ctx.db, collection, { ids, deletedAt: new Date() });
  ctx.about('collection', collectionId, { deleted: changed.length });
  return { ids: changed };
}

export async function restoreRecords(ctx: CollectionsCtx, { collectionId, ids }: Selection) {
  const collection = await loadForWriting(ctx, collectionId);
  await holdRecords(ctx);
  await requireRemovable(ctx.db, collection, { ids, trashed: true });
  await refuseReturn(ctx.db, collection, { ids, path: 'ids' });
  const changed = await markRecords(ctx.db, collection, { ids, deletedAt: null });
  await roomForReturned(ctx, changed.length);
  ctx.about('collection', collectionId, { restored: changed.length });
  return { ids: changed };
}

/** Throws `forbidden` when one of these is a record that the person sees and may not delete. */
async function requireRemovable(
  db: TenantDb,
  collection: LoadedCollection,
  { ids, trashed }: { ids: string[]; trashed: boolean },
) {
  if (collection.access.remove.all) return;
  const seen = await db
    .select({ createdBy: records.createdBy, data: records.data })
    .from(records)
    .where(
      and(
        rowsOf(collection),
        trashed ? isNotNull(records.deletedAt) : isNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .for('update');
  requireReach(collection.access, 'remove', seen);
}

/**
 * Moves records that the person may delete to the trash or out of it; answers those that were not
 * there already.
 */
export async function markRecords(
  db: TenantDb,
  collection: LoadedCollection,
  { ids, deletedAt }: { ids: string[]; deletedAt: Date | null },
): Promise<string[]> {
  if (ids.length === 0) return [];
  if (deletedAt) await planSweep(db);
  const changed = await db
    .update(records)
    .set({ deletedAt })
    .where(
      and(
        rowsOf(collection, 'remove'),
        deletedAt ? isNull(records.deletedAt) : isNotNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .returning({ id: records.id });
  return changed.map(({ id }) => id);
}
