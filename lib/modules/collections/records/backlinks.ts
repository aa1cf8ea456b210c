import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { fields, records } from '@/db/schema/tenant/collections';
import { recordLinks } from '@/db/schema/tenant/record-links';
import { notFound } from '@/lib/errors';
import type { ReadingCtx } from '../context';
import { type LoadedCollection, loadCollection, loadCollections } from '../load';
import { rowsAmong, rowsOf } from '../rules/rows';
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

/** What leads to a record, by the field that does, as far as the caller sees it. Throws `not_found`. */
export async function listBacklinks(
  ctx: ReadingCtx,
  { collectionId, recordId }: { collectionId: string; recordId: string },
): Promise<Backlinks[]> {
  const { db } = ctx;
  const collection = await loadCollection(ctx, collectionId);
  const [here, ways] = await db.batch([
    db
      .select({ id: records.id })
      .from(records)
      .where(and(rowsOf(collection), eq(records.id, recordId))),
    db
      .selectDistinct({ collectionId: fields.collectionId })
      .from(recordLinks)
      .innerJoin(fields, eq(fields.id, recordLinks.fieldId))
      .where(eq(recordLinks.targetId, recordId)),
  ]);
  if (here.length === 0) throw notFound('This record');
  const ids = ways.map((way) => way.collectionId);
  const sources = await loadCollections(ctx, { ids });
  const counts = await countByField(ctx, recordId, sources);
  const found = sources
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((source) => source.fields.map((field) => ({ source, field })));
  const groups: Backlinks[] = [];
  for (const { source, field } of found) {
    const total = counts.get(field.id);
    if (!total || groups.length >= mostFields) continue;
    groups.push({
      collection: { id: source.id, name: source.name },
      field: { id: field.id, key: field.key, name: field.name },
      total,
      records: await firstOf(ctx, { recordId, fieldId: field.id, source }),
    });
  }
  return groups;
}

async function countByField(
  { db }: ReadingCtx,
  recordId: string,
  sources: readonly LoadedCollection[],
): Promise<Map<string, number>> {
  if (sources.length === 0) return new Map();
  const counted = await db
    .select({ fieldId: recordLinks.fieldId, total: count() })
    .from(recordLinks)
    .innerJoin(records, eq(records.id, recordLinks.recordId))
    .where(and(rowsAmong(sources), eq(recordLinks.targetId, recordId), isNull(records.deletedAt)))
    .groupBy(recordLinks.fieldId);
  return new Map(counted.map(({ fieldId, total }) => [fieldId, total]));
}

async function firstOf(
  { db }: ReadingCtx,
  { recordId, fieldId, source }: { recordId: string; fieldId: string; source: LoadedCollection },
) {
  const ids = db
    .select({ id: recordLinks.recordId })
    .from(recordLinks)
    .where(and(eq(recordLinks.targetId, recordId), eq(recordLinks.fieldId, fieldId)));
  const found = await db
    .select({ id: records.id, data: records.data })
    .from(records)
    .where(and(rowsOf(source), inArray(records.id, ids), isNull(records.deletedAt)))
    .orderBy(asc(records.id))
    .limit(shown);
  return found.map(({ id, data }) => ({ id, name: titleOf(source.fields, data) }));
}
