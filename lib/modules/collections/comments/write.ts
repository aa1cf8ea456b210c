import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { recordComments } from '@/db/schema/tenant/comments';
import { people } from '@/db/schema/tenant/people';
import type { TenantDb } from '@/db/tenant';
import { cleanText } from '@/lib/clean-text';
import type { TenantCtx } from '@/lib/doors/ctx';
import { AppError, invalid, notFound } from '@/lib/errors';
import { enqueueTenantJob } from '@/lib/jobs/enqueue';
import { getRecord } from '../records/update';
import { mentionedIn } from './mentions';
import type { Comment, CommentChange, CommentId, NewComment } from './shapes';

/** Says something about a record; who is mentioned gets a mail. Throws `not_found`, `invalid`. */
export async function createComment(
  ctx: TenantCtx,
  { collectionId, recordId, body: written }: z.output<typeof NewComment>,
): Promise<Comment> {
  await getRecord(ctx, { collectionId, recordId });
  const body = cleanText(written);
  await refuseStrangers(ctx.db, mentionedIn(body));
  const createdAt = new Date();
  const [made] = await ctx.db
    .insert(recordComments)
    .values({ recordId, body, createdBy: ctx.actor.id, createdAt })
    .returning({ id: recordComments.id });
  const id = made?.id ?? '';
  ctx.about('comment', id, { collectionId, recordId });
  await tell(ctx, { collectionId, recordId, commentId: id }, mentionedIn(body));
  return { id, body, by: authorOf(ctx), createdAt, editedAt: null };
}

/** Changes what one said oneself; only those mentioned anew are told. Throws `forbidden`. */
export async function updateComment(
  ctx: TenantCtx,
  { body: written, ...place }: z.output<typeof CommentChange>,
): Promise<Comment> {
  const comment = await findForChange(ctx, place);
  if (comment.createdBy !== ctx.actor.id) {
    throw new AppError('forbidden', 'Only who wrote a comment can change it.');
  }
  const body = cleanText(written);
  const before = new Set(mentionedIn(comment.body));
  const added = mentionedIn(body).filter((id) => !before.has(id));
  await refuseStrangers(ctx.db, added);
  const editedAt = new Date();
  await ctx.db
    .update(recordComments)
    .set({ body, editedAt })
    .where(eq(recordComments.id, place.commentId));
  const { collectionId, recordId } = place;
  ctx.about('comment', place.commentId, { collectionId, recordId });
  await tell(ctx, place, added);
  return { id: place.commentId, body, by: authorOf(ctx), createdAt: comment.createdAt, editedAt };
}

/** Takes a comment away: one's own, or anybody's with the right to moderate. Throws `forbidden`. */
export async function deleteComment(
  ctx: TenantCtx,
  place: z.output<typeof CommentId>,
): Promise<{ id: string }> {
  const comment = await findForChange(ctx, place);
  if (comment.createdBy !== ctx.actor.id && !ctx.can('records.moderate')) {
    throw new AppError('forbidden', 'Only who wrote a comment, or an admin, can delete it.');
  }
  await ctx.db.delete(recordComments).where(eq(recordComments.id, place.commentId));
  const { collectionId, recordId, commentId } = place;
  ctx.about('comment', commentId, { collectionId, recordId });
  return { id: commentId };
}

async function findForChange(ctx: TenantCtx, place: z.output<typeof CommentId>) {
  await getRecord(ctx, place);
  const [comment] = await ctx.db
    .select()
    .from(recordComments)
    .where(and(eq(recordComments.id, place.commentId), eq(recordComments.recordId, place.recordId)))
    .for('update');
  if (!comment) throw notFound('This comment');
  return comment;
}

async function refuseStrangers(db: TenantDb, ids: readonly string[]) {
  if (ids.length === 0) return;
  if (ids.length > 50) throw invalid('body', 'A comment mentions at most 50 people.');
  const known = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...ids]), eq(people.state, 'active')));
  if (known.length < ids.length) throw invalid('body', 'Somebody mentioned is not a member.');
}

async function tell(
  { db, actor }: TenantCtx,
  place: z.output<typeof CommentId>,
  mentioned: readonly string[],
) {
  for (const userId of mentioned.filter((id) => id !== actor.id)) {
    await enqueueTenantJob(db, 'comments.tell', { ...place, userId, by: actor.name });
  }
}

const authorOf = ({ actor }: TenantCtx) => (actor.id ? { id: actor.id, name: actor.name } : null);
