import { and, desc, eq } from 'drizzle-orm';
import { people } from '@/db/schema/tenant/people';
import { recordExports } from '@/db/schema/tenant/record-exports';
import type { TenantCtx } from '@/lib/doors/ctx';
import { loadCollection } from '../load';
import { isWhole } from '../rules/access';
import { lapsedWord, standingOf } from './lapse';
import { exportLink } from './link';
import { ExportInput, type RecordExport } from './shapes';

/** Exports listed at once. */
const most = 50;

/**
 * The files that were made of a collection, the latest first; only one's own where rules keep
 * something back, since how many records somebody exported tells of them. Throws `not_found`.
 */
export async function listExports(
  ctx: TenantCtx,
  { collectionId }: { collectionId: string },
): Promise<RecordExport[]> {
  const { access } = await loadCollection(ctx, collectionId);
  const own = isWhole(access) ? undefined : eq(recordExports.createdBy, ctx.actor.id ?? '');
  const found = await ctx.db
    .select({ one: recordExports, byName: people.name })
    .from(recordExports)
    .leftJoin(people, eq(people.id, recordExports.createdBy))
    .where(and(eq(recordExports.collectionId, collectionId), own))
    .orderBy(desc(recordExports.createdAt), desc(recordExports.id))
    .limit(most);
  const shown: RecordExport[] = [];
  for (const { one, byName } of found) shown.push({ ...(await present(ctx, one)), byName });
  return shown;
}

async function present(ctx: TenantCtx, one: typeof recordExports.$inferSelect) {
  const { id, fileName, sizeBytes, rows, createdBy, createdAt, expiresAt } = one;
  const { format, ...view } = ExportInput.parse({
    collectionId: one.collectionId,
    ...one.request,
  });
  const own = createdBy !== null && createdBy === ctx.actor.id;
  const standing = own && one.state === 'done' ? await standingOf(ctx, one) : null;
  const state = standing === 'gone' ? ('expired' as const) : one.state;
  const lapsed = standing === 'lapsed';
  const linked = { tenantId: ctx.tenant.id, exportId: id, userId: createdBy ?? '' };
  return {
    ...{ id, state, format, own, lapsed, fileName, sizeBytes, rows, createdAt, expiresAt },
    narrowed: Boolean(view.fields || view.search || view.filters?.length),
    message: lapsed ? lapsedWord : one.message,
    link: standing === 'kept' && expiresAt ? exportLink({ ...linked, expiresAt }) : null,
  };
}
