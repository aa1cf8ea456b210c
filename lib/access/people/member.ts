import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, users } from '@/db/schema/control';
import { notFound } from '../../errors';
import type { RoleFact } from '../rights';
import { RoleName } from '../roles/role';

export const Member = z.strictObject({
  /** Id of the membership. */
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  state: z.enum(['active', 'suspended']),
  joinedAt: z.coerce.date(),
  roles: z.array(RoleName),
});
export type Member = z.infer<typeof Member>;

/** Why a change was made, as the audit trail keeps it. */
export const Reason = z
  .string()
  .trim()
  .min(2, 'Say why, in a few words.')
  .max(300, 'Keep this under 300 characters.');

export interface LoadedMember extends Omit<Member, 'roles'> {
  roles: RoleFact[];
}

/** One member with roles, as the database says now. Throws `not_found`. */
export async function loadMember(db: ControlDb, id: string): Promise<LoadedMember> {
  const rows = await db
    .select({
      id: memberships.id,
      userId: memberships.userId,
      name: users.name,
      email: users.email,
      state: memberships.state,
      joinedAt: memberships.joinedAt,
      role: {
        id: roles.id,
        key: roles.key,
        name: roles.name,
        builtIn: roles.builtIn,
        permissions: roles.permissions,
      },
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(membershipRoles, eq(membershipRoles.membershipId, memberships.id))
    .leftJoin(roles, eq(roles.id, membershipRoles.roleId))
    .where(eq(memberships.id, id));
  const [first] = rows;
  if (!first) throw notFound('This member');
  const { role: _role, ...member } = first;
  return { ...member, roles: rows.flatMap(({ role }) => role ?? []) };
}

/** Leaves out what a role carries. */
const nameRole = ({ id, key, name, builtIn }: RoleFact): RoleName => ({
  id,
  key,
  name,
  builtIn,
});

export const showMember = (member: LoadedMember): Member => ({
  ...member,
  roles: member.roles.map(nameRole),
});
