import { and, eq, isNull, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { openings, tenants } from '@/db/schema/control';
import { AppError } from '../../errors';
import { isPoolShared } from '../../identity/sessions';
import { arrivalUrl } from '../onboarding/arrival';
import { tenantUrl } from '../urls';
import type { ReservedIds } from './ticket';

/**
 * Where the founder of a workspace that was opened goes: in signed in, once within the hour, and to
 * the sign-in page afterwards. Throws `precondition` while it is not open.
 */
export async function arriveAt(db: ControlDb, ids: ReservedIds): Promise<{ url: string }> {
  const [tenant] = await db
    .select({ slug: tenants.slug, ownerId: tenants.ownerId })
    .from(tenants)
    .where(eq(tenants.id, ids.tenantId));
  if (!tenant) throw new AppError('precondition', 'The workspace is not open yet.');
  const { slug, ownerId } = tenant;
  const [first] = await db
    .update(openings)
    .set({ arrivedAt: databaseNow })
    .where(
      and(
        eq(openings.tenantId, ids.tenantId),
        isNull(openings.arrivedAt),
        sql`${openings.openedAt} > now() - interval '1 hour'`,
      ),
    )
    .returning({ id: openings.id });
  // In a shared pool the founder's account opens other workspaces too: they sign in to it.
  if (!first || !ownerId || (await isPoolShared(db)))
    return { url: tenantUrl({ slug, primaryHost: null }, '/sign-in') };
  return { url: await arrivalUrl(db, { ...ids, slug, ownerId }) };
}
