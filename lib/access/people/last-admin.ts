import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, users } from '@/db/schema/control';
import { AppError } from '../../errors';

/**
 * Runs a change that may take an admin away and makes sure one is left. Such changes wait for each
 * other on the admin role's row, so two of them cannot both see the other's admin as the last.
 * Throws `precondition`, and with it the transaction is rolled back.
 */
export async function keepAnAdmin<T>(db: ControlDb, change: () => Promise<T>): Promise<T> {
  await db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.key, 'admin'), eq(roles.builtIn, true)))
    .for('update');
  const result = await change();
  const [left] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(membershipRoles, eq(membershipRoles.membershipId, memberships.id))
    .innerJoin(
      roles,
      and(eq(roles.id, membershipRoles.roleId), eq(roles.key, 'admin'), eq(roles.builtIn, true)),
    )
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .where(eq(memberships.state, 'active'))
    .limit(1);
  if (left) return result;
  throw new AppError('precondition', 'This is the last admin. Make somebody else an admin first.');
}
