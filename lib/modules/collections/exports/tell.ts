import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { recordExports } from '@/db/schema/tenant/record-exports';
import type { TenantDb } from '@/db/tenant';
import type { ControlCtx } from '@/lib/doors/ctx';
import { formatNumber } from '@/lib/format';
import { tellMember } from '../tell';
import type { ExportId } from './shapes';

/** Mails the one who asked for an export that it can be fetched, on a page that asks them to sign in. */
export async function tellExported(
  ctx: ControlCtx,
  { exportId }: z.output<typeof ExportId>,
): Promise<void> {
  const read = async (db: TenantDb) => {
    const [made] = await db
      .select({
        userId: recordExports.createdBy,
        collectionId: recordExports.collectionId,
        rows: recordExports.rows,
      })
      .from(recordExports)
      .where(and(eq(recordExports.id, exportId), eq(recordExports.state, 'done')));
    return made;
  };
  const { userId, collectionId } = (await ctx.readTenant(read)) ?? {};
  if (!userId || !collectionId) return;
  await tellMember(ctx, { userId, collectionId, read }, (t, { collection, language, found }) => ({
    subject: t('Your export of {collection} is ready', { collection }),
    heading: t('Your export is ready'),
    paragraphs: [
      t('{rows} records of {collection} are in a file.', {
        rows: formatNumber(found.rows ?? 0, language),
        collection,
      }),
      t('It can be fetched for 24 hours, and by nobody but you.'),
    ],
    button: { label: t('Fetch the file'), path: `/collections/${collectionId}/transfers` },
    note: t('You get this mail because you asked for the export.'),
  }));
}
