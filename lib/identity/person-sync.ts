import { eq, sql } from 'drizzle-orm';
import { memberships, poolArrivals, users } from '@/db/schema/control';
import { people } from '@/db/schema/tenant';
import type { TenantDb } from '@/db/tenant';
import { forgetValues } from '../custom-fields/values';
import type { TenantCtx } from '../doors/ctx';

/**
 * Brings one row of the people mirror to what the control plane says now: name, address, and
 * whether the account still is a member. A person who left stays as `removed`, without what fields said of them.
 */
export async function syncMirror(ctx: TenantCtx, userId: string): Promise<void> {
  await holdMirror(ctx.db, userId);
  const [member] = await ctx.readControl((db) =>
    db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.userId, userId)),
  );
  if (!member) {
    const removed = { state: 'removed' as const, updatedAt: new Date() };
    await ctx.db.update(people).set(removed).where(eq(people.id, userId));
    // Who came over from another pool takes them along.
    if (!(await cameOver(ctx, userId))) await forgetValues(ctx.db, 'member', userId);
    return;
  }
  const facts = { ...member, state: 'active' as const, updatedAt: new Date() };
  await ctx.db
    .insert(people)
    .values(facts)
    .onConflictDoUpdate({ target: [people.tenantId, people.id], set: facts });
}

/**
 * What is written of one person waits for what is written of them elsewhere: two syncs must read and
 * write in turn, or the older reading could win.
 */
export const holdMirror = (db: TenantDb, userId: string) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 0))`);

/** Whether an account went over into another pool, and its person goes by that one here. */
export const cameOver = async (ctx: TenantCtx, userId: string): Promise<boolean> => {
  const found = await ctx.readControl((db) =>
    db
      .select({ id: poolArrivals.id })
      .from(poolArrivals)
      .where(eq(poolArrivals.formerUserId, userId)),
  );
  return found.length > 0;
};
