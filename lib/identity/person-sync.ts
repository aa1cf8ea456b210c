import { eq, sql } from 'drizzle-orm';
import { memberships, users } from '@/db/schema/control';
import { people } from '@/db/schema/tenant';
import type { TenantCtx } from '../doors/ctx';

/**
 * Brings one row of the people mirror to what the control plane says now: name, address, and
 * whether the account still is a member. A person who left stays as `removed`.
 */
export async function syncMirror(ctx: TenantCtx, userId: string): Promise<void> {
  // Two syncs of one person must read and write in turn, or the older reading could win.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 0))`);
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
    return;
  }
  const facts = { ...member, state: 'active' as const, updatedAt: new Date() };
  await ctx.db
    .insert(people)
    .values(facts)
    .onConflictDoUpdate({ target: [people.tenantId, people.id], set: facts });
}
