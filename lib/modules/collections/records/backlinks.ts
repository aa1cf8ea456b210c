import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { collections, fields, records } from '@/db/schema/tenant/collections';
import { recordLinks } from '@/db/schema/tenant/record-links';
import { notFound } from '@/lib/errors';
import type { CollectionsCtx } from '../context';
import { loadCollection } from '../load';
import { fieldsOfCollections, type TargetField } from '../values/targets';
import { titleOf } from '../values/title';
import { RecordName } from './names';

/** The records that name one record in a field of theirs. */
export const Backlinks = z.object({
  collection: z.object({ id: z.uuid(), name: z.string() }),
  field: z.object({ id: z.uuid(), key: z.string(), name: z.string() }),
  total: z.number().int(),
  /** The first of them. */
  records: z.array(RecordName),
});
export type Backlinks = z.infer<typeof Backlinks>;

const shown = 20;
const mostFields = 50;

/** What leads to a record, by the field that does. Throws `not_found`. */
export async function listBacklinks(
  { db }: Pick<CollectionsCtx, 'db'>,
  { collectionId, recordId }: { collectionId: string; recordId: string },
): Promise<Backlinks[]> {
  await loadCollection(db, collectionId);
  const [here, sources] = await db.batch([
    db
      .select({ id: records.id })
      .from(records)
      .where(and(eq(records.id, recordId), eq(records.collectionId, collectionId))),
    db
      .select({
        id: fields.id,
        key: fields.key,
        name: fields.name,
        collectionId: collections.id,
        collectionName: collections.name,
        total: count(),
      })
      .from(recordLinks)
      .innerJoin(fields, eq(fields.id, recordLinks.fieldId))
      .innerJoin(collections, eq(collections.id, fields.collectionId))
      .innerJoin(records, eq(records.id, recordLinks.recordId))
      .where(
        and(
          eq(recordLinks.targetId, recordId),
          isNull(fields.deletedAt),
          isNull(collections.deletedAt),
          isNull(records.deletedAt),
        ),
      )
      .groupBy(fields.id, fields.key, fields.name, collections.id, collections.name)
      .orderBy(asc(collections.name), asc(fields.name))
      .limit(mostFields),
  ]);
  if (here.length === 0) throw notFound('This record');
  if (sources.length === 0) return [];
  const collectionIds = [...new Set(sources.map((source) => source.collectionId))];
  const designs = (await fieldsOfCollections(db, collectionIds)) as TargetField[];
  const groups: Backlinks[] = [];
  for (const { id, key, name, total, ...of } of sources) {
    const own = designs.filter((field) => field.collectionId === of.collectionId);
    groups.push({
      collection: { id: of.collectionId, name: of.collectionName },
      field: { id, key, name },
      total,
      records: await firstOf({ db }, { recordId, fieldId: id, own }),
    });
  }
  return groups;
}

async function firstOf(
  { db }: Pick<CollectionsCtx, 'db'>,
  { recordId, fieldId, own }: { recordId: string; fieldId: string; own: TargetField[] },
) {
  const ids = db
    .select({ id: recordLinks.recordId })
    .from(recordLinks)
    .where(and(eq(recordLinks.targetId, recordId), eq(recordLinks.fieldId, fieldId)));
  const found = await db
    .select({ id: records.id, data: records.data })
    .from(records)
    .where(and(inArray(records.id, ids), isNull(records.deletedAt)))
    .orderBy(asc(records.id))
    .limit(shown);
  return found.map(({ id, data }) => ({ id, name: titleOf(own, data) }));
}
