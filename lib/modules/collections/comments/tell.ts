import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordComments } from '@/db/schema/tenant/comments';
import type { ControlCtx } from '@/lib/doors/ctx';
import { tellMember } from '../tell';
import { CommentId } from './shapes';

export const Mention = CommentId.extend({ userId: z.uuid(), by: z.string().max(200) });

/**
 * Mails a member that somebody mentioned them. Nothing of the comment stands in the mail: who reads
 * it there has to be let in. Nobody is told of what is gone by then.
 */
export const tellMentioned = (
  ctx: ControlCtx,
  { collectionId, recordId, commentId, userId, by }: z.output<typeof Mention>,
): Promise<void> =>
  tellMember(
    ctx,
    {
      userId,
      collectionId,
      read: async (db) => {
        const [comment] = await db
          .select({ id: recordComments.id })
          .from(recordComments)
          .where(eq(recordComments.id, commentId));
        return comment;
      },
    },
    (t, { collection }) => ({
      subject: t('{by} mentioned you in {collection}', { by, collection }),
      heading: t('{by} mentioned you', { by }),
      paragraphs: [
        t('You are mentioned in a comment on a record of {collection}.', { collection }),
      ],
      button: {
        label: t('Open the record'),
        path: `/collections/${collectionId}/records/${recordId}#comments`,
      },
      note: t('You get this mail because you are a member and somebody asked for your attention.'),
    }),
  );
