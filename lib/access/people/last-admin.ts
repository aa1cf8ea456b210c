import { and, eq, isNull, ne, type SQL } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, users } from '@/db/schema/control';
import { AppError } from '../../errors';

/** The built-in role that may do everything. */
export const isAdminRole = and(eq(roles.key, 'admin'), eq(roles.builtIn, true)) as SQL;

/**
 * Changes of roles, and of who has which, wait here for each other until their transactions end: on
 * the admin role's row, which every tenant has.
 */
export async function inTurn(db: ControlDb): Promise<void> {
  await db.select({ id: roles.id }).from(roles).where(isAdminRole).for('update');
}

/**
 * Runs a change that may take an admin away and makes sure one is left, whose role does not end. Such
 * changes take turns, so two of them cannot both see the other's admin as the last.
 * Throws `precondition`, and with it the transaction is rolled back.
 */
export async function keepAnAdmin<T>(db: ControlDb, change: () => Promise<T>): Promise<T> {
  await inTurn(db);
  const result = await change();
  if (await standingAdmin(db)) return result;
  throw new AppError('precondition', 'This is the last admin. Make somebody else an admin first.');
}

/** Whether anybody but this person is an admin whose role does not end; asked in one's turn. */
export const otherAdminThan = (db: ControlDb, userId: string): Promise<boolean> =>
  standingAdmin(db, ne(memberships.userId, userId));

async function standingAdmin(db: ControlDb, among?: SQL): Promise<boolean> {
  const [found] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(
      membershipRoles,
      and(eq(membershipRoles.membershipId, memberships.id), isNull(membershipRoles.endsAt)),
    )
    .innerJoin(roles, and(eq(roles.id, membershipRoles.roleId), isAdminRole))
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .where(and(eq(memberships.state, 'active'), among))
    .limit(1);
  return found !== undefined;
}
