import { desc, eq, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { poolArrivals, roleChangeKinds, roleChanges } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { loadMember } from './member';

export const RoleHistory = z.strictObject({
  /** Newest first; at most 200. */
  changes: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(roleChangeKinds),
      roleName: z.string(),
      /** The team that it was over; null for a role that held everywhere. */
      teamName: z.string().nullable(),
      endsAt: z.coerce.date().nullable(),
      reason: z.string(),
      byName: z.string(),
      at: z.coerce.date(),
    }),
  ),
});

/** How a member came to their roles and lost them. Throws `not_found`. */
export async function roleHistory(
  { db }: ControlCtx,
  { id }: { id: string },
): Promise<z.input<typeof RoleHistory>> {
  const { userId } = await loadMember(db, id);
  const changes = await db
    .select({
      id: roleChanges.id,
      kind: roleChanges.kind,
      roleName: roleChanges.roleName,
      teamName: roleChanges.teamName,
      endsAt: roleChanges.endsAt,
      reason: roleChanges.reason,
      byName: roleChanges.byName,
      at: roleChanges.at,
    })
    .from(roleChanges)
    .where(or(eq(roleChanges.userId, userId), inArray(roleChanges.userId, formerOf(db, userId))))
    .orderBy(desc(roleChanges.at), desc(roleChanges.id))
    .limit(200);
  return { changes };
}

/** Accounts of a pool that the tenant left, as which they had roles before. */
const formerOf = (db: ControlDb, userId: string) =>
  db
    .select({ id: poolArrivals.formerUserId })
    .from(poolArrivals)
    .where(eq(poolArrivals.newUserId, userId));
