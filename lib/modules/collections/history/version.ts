import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { changeLog } from '@/db/schema/tenant/plumbing';
import { exactTime } from '@/lib/audit/keyset';
import { notFound } from '@/lib/errors';
import type { ReadingCtx } from '../context';
import { isComputed } from '../fields/computed';
import { loadCollection } from '../load';
import { getRecord } from '../records/update';
import { valueIn } from '../values/show';
import { entriesOf, everyField, type PastField, seenOf } from './entries';
import type { Version, VersionInput } from './shapes';

/**
 * A record as it was right after one entry of its history. Fields that were made later are left out,
 * since the record said nothing about them then, and so is what is looked up elsewhere. Throws `not_found`.
 */
export async function getVersion(
  ctx: ReadingCtx,
  { collectionId, recordId, entryId }: z.output<typeof VersionInput>,
): Promise<Version> {
  const { db } = ctx;
  const { access } = await loadCollection(ctx, collectionId);
  await getRecord(ctx, { collectionId, recordId });
  const [entry] = await db
    .select({ at: changeLog.at, exactly: exactTime(changeLog.at) })
    .from(changeLog)
    .where(and(eq(changeLog.id, entryId), eq(changeLog.rowId, recordId)));
  if (!entry) throw notFound('This entry');
  const upTo = sql`(${changeLog.at}, ${changeLog.id}) <= (${entry.exactly}::timestamptz, ${entryId}::uuid)
    and ${changeLog.after} -> 'data' is not null`;
  const [fields, [held]] = await db.batch([
    everyField(db, collectionId),
    entriesOf(db, recordId, upTo, 1),
  ]);
  if (!held) throw notFound('This entry');
  const then = seenOf(fields as PastField[], access).filter(
    (field) => !isComputed(field) && !field.deletedAt && field.createdAt <= entry.at,
  );
  return {
    at: entry.at,
    data: Object.fromEntries(then.map(({ key }) => [key, valueIn(held.after ?? {}, key)])),
  };
}
