import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { roles, userPlanRoles, userSubscriptions } from '@/db/schema/control';
import { roleColumns } from '../../identity/role-grants';
import type { RoleFact } from '../rights';

/** Roles that come with the plans that members signed, by id of the membership. */
export async function rolesByPlan(
  db: ControlDb,
  membershipIds: readonly string[],
): Promise<Map<string, RoleFact[]>> {
  const found = new Map<string, RoleFact[]>();
  if (membershipIds.length === 0) return found;
  const [s, r] = [userSubscriptions, userPlanRoles];
  const rows = await db
    .selectDistinctOn([roles.name, roles.id, s.membershipId], {
      membershipId: s.membershipId,
      role: roleColumns,
    })
    .from(s)
    .innerJoin(r, and(eq(r.planId, s.planId), eq(r.version, s.version), eq(r.purpose, 'gives')))
    .innerJoin(roles, eq(roles.id, r.roleId))
    .where(and(eq(s.state, 'signed'), inArray(s.membershipId, [...membershipIds])))
    .orderBy(asc(roles.name), asc(roles.id), asc(s.membershipId));
  for (const { membershipId, role } of rows) {
    found.set(membershipId, [...(found.get(membershipId) ?? []), role]);
  }
  return found;
}
