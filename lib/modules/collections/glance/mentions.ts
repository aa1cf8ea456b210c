import { and, desc, eq, gt, inArray, isNull, like, ne, or } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { recordComments } from '@/db/schema/tenant/comments';
import { people } from '@/db/schema/tenant/people';
import type { TenantDb } from '@/db/tenant';
import type { Glance } from '../../define-module';
import { mentionedIn, toWriting } from '../comments/mentions';
import type { LoadedCollection } from '../load';
import { rowsAmong } from '../rules/rows';
import { titleOf } from '../values/title';

/** Of one tenant, the newest. */
const most = 8;

/** How long a mention is news, milliseconds; it keeps the search to the latest comments. */
const newsMs = 30 * 86_400_000;

const excerptLength = 240;

/** Comments by others that mention somebody, on records they see. */
export const mentioning = (db: TenantDb, open: readonly LoadedCollection[], personId: string) =>
  db
    .select({
      id: recordComments.id,
      at: recordComments.createdAt,
      body: recordComments.body,
      by: people.name,
      recordId: records.id,
      collectionId: records.collectionId,
      data: records.data,
    })
    .from(recordComments)
    .innerJoin(records, eq(records.id, recordComments.recordId))
    .leftJoin(people, eq(people.id, recordComments.createdBy))
    .where(
      and(
        gt(recordComments.createdAt, new Date(Date.now() - newsMs)),
        like(recordComments.body, `%@[${personId}]%`),
        or(isNull(recordComments.createdBy), ne(recordComments.createdBy, personId)),
        isNull(records.deletedAt),
        rowsAmong(open),
      ),
    )
    .orderBy(desc(recordComments.createdAt), desc(recordComments.id))
    .limit(most);

type Row = Awaited<ReturnType<typeof mentioning>>[number];

/** The comments as they read, with the names of all whom they mention. */
export async function mentionsOf(
  { db, me }: { db: TenantDb; me: { id: string; name: string } },
  rows: readonly Row[],
  open: readonly LoadedCollection[],
): Promise<Glance['mentions']> {
  const mentioned = new Set(rows.flatMap(({ body }) => mentionedIn(body)));
  mentioned.delete(me.id);
  const named = [me, ...(mentioned.size > 0 ? await namesOf(db, [...mentioned]) : [])];
  return rows.flatMap(({ id, at, body, by, recordId, collectionId, data }) => {
    const collection = open.find((one) => one.id === collectionId);
    if (!collection) return [];
    return [
      {
        id,
        at,
        by,
        title: titleOf(collection.fields, data),
        place: collection.name,
        excerpt: toWriting(body, named).slice(0, excerptLength),
        path: `/collections/${collectionId}/records/${recordId}#comments`,
      },
    ];
  });
}

const namesOf = (db: TenantDb, ids: string[]) =>
  db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
