import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { recordComments } from '@/db/schema/tenant/comments';
import { people } from '@/db/schema/tenant/people';
import { decodeCursor, encodeCursor, exactTime, olderThan } from '@/lib/audit/keyset';
import type { ReadingCtx } from '../context';
import { getRecord } from '../records/update';
import { mentionedIn } from './mentions';
import type { CommentsInput, CommentsPage } from './shapes';

/** What was said about a record, the newest first. Throws `not_found` as the record itself does. */
export async function listComments(
  ctx: ReadingCtx,
  { collectionId, recordId, limit, cursor }: CommentsInput,
): Promise<CommentsPage> {
  const { db } = ctx;
  const place = { at: recordComments.createdAt, id: recordComments.id };
  const after = cursor === undefined ? undefined : olderThan(place, decodeCursor(cursor));
  await getRecord(ctx, { collectionId, recordId });
  const [found, [counted]] = await db.batch([
    db
      .select({
        id: recordComments.id,
        body: recordComments.body,
        createdBy: recordComments.createdBy,
        createdAt: recordComments.createdAt,
        editedAt: recordComments.editedAt,
        exactly: exactTime(recordComments.createdAt),
      })
      .from(recordComments)
      .where(and(eq(recordComments.recordId, recordId), after))
      .orderBy(desc(recordComments.createdAt), desc(recordComments.id))
      .limit(limit + 1),
    db.select({ n: count() }).from(recordComments).where(eq(recordComments.recordId, recordId)),
  ]);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const mentioned = new Set(shown.flatMap(({ body }) => mentionedIn(body)));
  const ids = [...new Set([...mentioned, ...shown.flatMap(({ createdBy }) => createdBy ?? [])])];
  const known = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids));
  const byId = new Map(known.map((person) => [person.id, person]));
  return {
    comments: shown.map(({ createdBy, exactly: _, ...comment }) => ({
      ...comment,
      by: byId.get(createdBy ?? '') ?? null,
    })),
    total: counted?.n ?? 0,
    nextCursor:
      found.length > limit && last ? encodeCursor({ at: last.exactly, id: last.id }) : null,
    people: known.filter(({ id }) => mentioned.has(id)),
  };
}
