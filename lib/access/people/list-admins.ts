import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { heldRoles, memberships, roles, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { isAdminRole } from './last-admin';

export const AdminNames = z.strictObject({ names: z.array(z.string()) });

/** Who can grant what a member lacks: up to five admins by name. */
export async function listAdmins({ db }: ControlCtx): Promise<z.input<typeof AdminNames>> {
  const rows = await db
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .innerJoin(heldRoles, eq(heldRoles.membershipId, memberships.id))
    .innerJoin(roles, and(eq(roles.id, heldRoles.roleId), isAdminRole))
    .where(eq(memberships.state, 'active'))
    .orderBy(asc(memberships.joinedAt), asc(memberships.id))
    .limit(5);
  return { names: rows.map((row) => row.name) };
}
