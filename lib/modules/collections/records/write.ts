import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import type { TenantDb } from '@/db/tenant';
import { AppError } from '@/lib/errors';
import type { CollectionsCtx } from '../context';
import type { StoredField } from '../fields/shapes';
import { loadForWriting } from '../load';
import { knownIn } from '../values/known';
import type { Data } from '../values/row';
import { checkRecord, refuseErrors } from './check';
import { withDefaults } from './defaults';
import { insertRecords } from './insert';
import { withLinked } from './linked';
import { presentRecord } from './list';
import type { RecordShape } from './shapes';
import { findTaken } from './taken';

type Raw = Record<string, unknown>;

/** Adds one record. Throws `invalid` with a message for each value that is wrong. */
export async function createRecord(
  ctx: CollectionsCtx,
  { collectionId, data: raw }: { collectionId: string; data: Raw },
): Promise<RecordShape> {
  const { fields } = await loadForWriting(ctx.db, collectionId);
  const whole = withDefaults(ctx, fields, raw);
  const known = await knownIn(ctx, fields, [whole]);
  const { data, errors } = checkRecord(fields, whole, known);
  for (const { field, message } of await findTaken(ctx.db, fields, [{ data }])) {
    errors.set(field.key, message);
  }
  refuseErrors(errors, 'data');
  const actorId = ctx.actor.id;
  const target = { collectionId, fields, actorId };
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
  const { fields } = await loadForWriting(ctx.db, collectionId);
  const wholes = raws.map((raw) => withDefaults(ctx, fields, raw));
  const known = await knownIn(ctx, fields, wholes);
  const documents: Data[] = [];
  const wrong: Record<string, string> = {};
  for (const [index, raw] of wholes.entries()) {
    const { data, errors } = checkRecord(fields, raw, known);
    for (const [key, message] of errors) wrong[`records.${index}.${key}`] = message;
    documents.push(data);
  }
  const claimants = documents.map((data) => ({ data }));
  for (const { index, field, message } of await findTaken(ctx.db, fields, claimants)) {
    wrong[`records.${index}.${field.key}`] ??= message;
  }
  const [first] = Object.entries(wrong);
  if (first) {
    const place = Number(first[0].split('.')[1]) + 1;
    throw new AppError('invalid', `Record ${place}: ${first[1]}`, { fields: wrong });
  }
  const target = { collectionId, fields, actorId: ctx.actor.id };
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
  await loadForWriting(ctx.db, collectionId);
  const changed = await mark(ctx.db, { collectionId, ids, deletedAt: new Date() });
  ctx.about('collection', collectionId, { deleted: changed.length });
  return { ids: changed };
}

export async function restoreRecords(ctx: CollectionsCtx, { collectionId, ids }: Selection) {
  const { fields } = await loadForWriting(ctx.db, collectionId);
  await refuseTaken(ctx.db, fields, { collectionId, ids });
  const changed = await mark(ctx.db, { collectionId, ids, deletedAt: null });
  ctx.about('collection', collectionId, { restored: changed.length });
  return { ids: changed };
}

/** What came meanwhile keeps its value; a record in the trash that has the same cannot come back. */
async function refuseTaken(
  db: TenantDb,
  fields: readonly StoredField[],
  { collectionId, ids }: Selection,
) {
  if (!fields.some(({ unique }) => unique)) return;
  const back = await db
    .select({ id: records.id, data: records.data })
    .from(records)
    .where(
      and(
        eq(records.collectionId, collectionId),
        isNotNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  const claimants = back.map(({ id, data }) => ({ id, data: data as Data }));
  const [first, ...more] = await findTaken(db, fields, claimants);
  if (!first) return;
  const others = more.length > 0 ? ` ${more.length} more are like this.` : '';
  throw new AppError('conflict', `Nothing was brought back. ${first.message}${others}`, {
    fields: { ids: first.message },
  });
}

async function mark(
  db: TenantDb,
  { collectionId, ids, deletedAt }: Selection & { deletedAt: Date | null },
): Promise<string[]> {
  const changed = await db
    .update(records)
    .set({ deletedAt })
    .where(
      and(
        eq(records.collectionId, collectionId),
        deletedAt ? isNull(records.deletedAt) : isNotNull(records.deletedAt),
        sql`${records.id} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .returning({ id: records.id });
  return changed.map(({ id }) => id);
}
