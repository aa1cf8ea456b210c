import { and, desc, eq, gt, isNull, like, ne, or, sql } from 'drizzle-orm';
import { records } from '@/db/schema/tenant/collections';
import { recordComments } from '@/db/schema/tenant/comments';
import { people } from '@/db/schema/tenant/people';
import { asked, hot, type Steps, shaped } from '@/db/tenant';
import type { Glance } from '../../define-module';
import { mentionedIn, toWriting } from '../comments/mentions';
import type { LoadedCollection } from '../load';
import { rowsAmong } from '../rules/rows';
import { titleOf } from '../values/title';
import { type Open, readBy } from './open';

/** Of one tenant, the newest. */
const most = 8;

/** How long a mention is news, milliseconds; it keeps the search to the latest comments. */
const newsMs = 30 * 86_400_000;

const excerptLength = 240;

/** Comments by others that mention somebody, on records they see. */
export const mentioning = shaped<Open[], { me: string; token: string; since: Date }>()((db, open) =>
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
        gt(recordComments.createdAt, sql.placeholder('since')),
        like(recordComments.body, sql.placeholder('token')),
        or(isNull(recordComments.createdBy), ne(recordComments.createdBy, sql.placeholder('me'))),
        isNull(records.deletedAt),
        rowsAmong(open.map(readBy)),
      ),
    )
    .orderBy(desc(recordComments.createdAt), desc(recordComments.id))
    .limit(most)
    .prepare('mentioning_comments'),
);

/** Values of `mentioning` for a person, now. */
export const mentionsTo = (personId: string) => ({
  me: personId,
  token: `%@[${personId}]%`,
  since: new Date(Date.now() - newsMs),
});

interface Row {
  id: string;
  at: Date;
  body: string;
  by: string | null;
  recordId: string;
  collectionId: string;
  data: Record<string, unknown>;
}

/** The comments as they read, with the names of all whom they mention. */
export function* mentionsOf(
  me: { id: string; name: string },
  rows: readonly Row[],
  open: readonly LoadedCollection[],
): Steps<Glance['mentions']> {
  const mentioned = new Set(rows.flatMap(({ body }) => mentionedIn(body)));
  mentioned.delete(me.id);
  const [others] = mentioned.size > 0 ? yield* asked(namesOf.item({ ids: [...mentioned] })) : [[]];
  const named = [me, ...others];
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

const namesOf = hot<{ ids: string[] }>()((db) =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(sql`${people.id} = any(${sql.placeholder('ids')}::uuid[])`)
    .prepare('names_of_people'),
);
