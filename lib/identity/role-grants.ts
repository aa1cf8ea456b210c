import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { heldRoles, memberships, roles } from '@/db/schema/control';
import { permissionsOf, type RoleFact } from '../access/rights';
import { notFound } from '../errors';

/** Needed to bring somebody in. */
const inviting = 'people.manage';

/** A role of the tenant in scope. Throws `not_found`. */
export async function getRole(db: ControlDb, roleId: string): Promise<RoleFact> {
  const [role] = await db.select(roleColumns).from(roles).where(eq(roles.id, roleId));
  if (!role) throw notFound('This role');
  return role;
}

/** The same for a write: nobody deletes the role before its transaction ends. Throws `not_found`. */
export async function holdRole(db: ControlDb, roleId: string): Promise<RoleFact> {
  const [role] = await db
    .select(roleColumns)
    .from(roles)
    .where(eq(roles.id, roleId))
    .for('key share');
  if (!role) throw notFound('This role');
  return role;
}

/** Whether somebody with these permissions may give a role: nobody grants what they lack. */
export const mayGrant = (held: ReadonlySet<string>, role: RoleFact): boolean =>
  held.has(inviting) && [...permissionsOf([role])].every((permission) => held.has(permission));

/** What a user may do in the tenant in scope at this moment. */
export async function permissionsNow(db: ControlDb, userId: string): Promise<ReadonlySet<string>> {
  const held = await db
    .select(roleColumns)
    .from(memberships)
    .innerJoin(
      heldRoles,
      and(eq(heldRoles.tenantId, memberships.tenantId), eq(heldRoles.membershipId, memberships.id)),
    )
    .innerJoin(roles, and(eq(roles.tenantId, heldRoles.tenantId), eq(roles.id, heldRoles.roleId)))
    .where(and(eq(memberships.userId, userId), eq(memberships.state, 'active')));
  return permissionsOf(held);
}

/** What is read of a role to know what it may do. */
export const roleColumns = {
  id: roles.id,
  key: roles.key,
  name: roles.name,
  builtIn: roles.builtIn,
  permissions: roles.permissions,
};
