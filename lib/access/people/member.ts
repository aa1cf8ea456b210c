import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { membershipRoles, membershipStates, memberships, roles, users } from '@/db/schema/control';
import { notFound } from '../../errors';
import { roleColumns } from '../../identity/role-grants';
import type { RoleFact } from '../rights';
import { rolesByPlan } from '../roles/by-plan';
import { stillHeld } from '../roles/held';
import { RoleName } from '../roles/role';

/** A role as somebody has it. */
const HeldRole = RoleName.extend({
  /** When it ends; null for one that stays. */
  endsAt: z.coerce.date().nullable(),
});

export const Member = z.strictObject({
  /** Id of the membership. */
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  state: z.enum(membershipStates),
  joinedAt: z.coerce.date(),
  roles: z.array(HeldRole),
  /** What comes with the plan that they signed, besides. */
  planRoles: z.array(RoleName),
});
export type Member = z.infer<typeof Member>;

/** Why a change was made, as the audit trail keeps it. */
export const Reason = z
  .string()
  .trim()
  .min(2, 'Say why, in a few words.')
  .max(300, 'Keep this under 300 characters.');

export interface HeldFact extends RoleFact {
  endsAt: Date | null;
}

export interface LoadedMember extends Omit<Member, 'roles' | 'planRoles'> {
  roles: HeldFact[];
  planRoles: RoleFact[];
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
      role: roleColumns,
      endsAt: membershipRoles.endsAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(membershipRoles, and(eq(membershipRoles.membershipId, memberships.id), stillHeld))
    .leftJoin(roles, eq(roles.id, membershipRoles.roleId))
    .where(eq(memberships.id, id));
  const [first] = rows;
  if (!first) throw notFound('This member');
  const { role: _role, endsAt: _endsAt, ...member } = first;
  return {
    ...member,
    roles: rows.flatMap(({ role, endsAt }) => (role ? [{ ...role, endsAt }] : [])),
    planRoles: (await rolesByPlan(db, [id])).get(id) ?? [],
  };
}

/** Leaves out what a role carries. */
export const roleName = ({ id, key, name, builtIn }: RoleFact): RoleName => ({
  id,
  key,
  name,
  builtIn,
});

export const showMember = (member: LoadedMember): Member => ({
  ...member,
  roles: member.roles.map((role) => ({ ...roleName(role), endsAt: role.endsAt })),
  planRoles: member.planRoles.map(roleName),
});
