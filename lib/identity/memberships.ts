import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, providerLinks } from '@/db/schema/control';
import { endWithMembership } from '../billing/user-plans/end-membership';
import { AppError } from '../errors';
import { enqueueControlJob } from '../jobs/enqueue';
import { freeSeat, takeSeat } from './seats';

export interface Joining {
  userId: string;
  roleId: string;
}

/**
 * Makes a user a member with a role, counts the seat and has the people mirror follow.
 * Answers the membership's id. Throws `conflict` for a member, `limit` when every seat is taken.
 */
export async function joinTenant(db: ControlDb, { userId, roleId }: Joining): Promise<string> {
  const [membership] = await db
    .insert(memberships)
    .values({ userId })
    .onConflictDoNothing({ target: [memberships.tenantId, memberships.userId] })
    .returning({ id: memberships.id });
  if (!membership) throw new AppError('conflict', 'This person is a member already.');
  await db.insert(membershipRoles).values({ membershipId: membership.id, roleId });
  await takeSeat(db);
  await syncPerson(db, userId);
  return membership.id;
}

/**
 * Ends a membership with its roles, frees the seat and has the people mirror follow. False when
 * there was none.
 */
export async function leaveTenant(db: ControlDb, userId: string): Promise<boolean> {
  const ofUser = eq(memberships.userId, userId);
  const [left] = await db.select({ id: memberships.id }).from(memberships).where(ofUser);
  if (!left) return false;
  // Whoever changes what this member signed has its turn first, and holds the membership after that.
  await endWithMembership(db, left.id);
  const gone = await db.delete(memberships).where(ofUser).returning({ id: memberships.id });
  if (gone.length === 0) return false;
  // Whoever comes back through the identity provider proves anew whose account it is.
  await db.delete(providerLinks).where(eq(providerLinks.userId, userId));
  await freeSeat(db);
  await syncPerson(db, userId);
  return true;
}

/** Has the tenant's people mirror catch up with an account, after the caller's transaction. */
export const syncPerson = (db: ControlDb, userId: string): Promise<void> =>
  enqueueControlJob(db, 'person.sync', { userId });

/** Whether a user belongs to the tenant in scope, be they suspended there or not. */
export async function isMember(db: ControlDb, userId: string): Promise<boolean> {
  const found = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  return found.length > 0;
}

/** The membership of a user in the tenant in scope, if active. */
export async function findActiveMembership(
  db: ControlDb,
  userId: string,
): Promise<{ id: string } | null> {
  const [found] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.state, 'active')));
  return found ?? null;
}
