import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { records } from '@/db/schema/tenant/collections';
import type { ControlCtx } from '@/lib/doors/ctx';
import { tellMember } from '../tell';

export const Arrival = z.strictObject({
  collectionId: z.uuid(),
  recordId: z.uuid(),
  userId: z.uuid(),
});

/** Mails a member that an answer came. Nothing of it stands in the mail. */
export const tellOfAnswer = (
  ctx: ControlCtx,
  { collectionId, recordId, userId }: z.output<typeof Arrival>,
): Promise<void> =>
  tellMember(
    ctx,
    {
      userId,
      collectionId,
      read: async (db) => {
        const [record] = await db
          .select({ id: records.id })
          .from(records)
          .where(and(eq(records.id, recordId), isNull(records.deletedAt)));
        return record;
      },
    },
    (t, { collection }) => ({
      subject: t('An answer came to {collection}', { collection }),
      heading: t('An answer came'),
      paragraphs: [t('Somebody filled in the form of {collection}.', { collection })],
      button: {
        label: t('Open the record'),
        path: `/collections/${collectionId}/records/${recordId}`,
      },
      note: t(
        'You get this mail because you asked for it in the form. You can switch it off there.',
      ),
    }),
  );
