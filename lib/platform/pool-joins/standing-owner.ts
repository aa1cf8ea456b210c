import { and, eq, isNull } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, tenants, users } from '@/db/schema/control';

/** Whether somebody owns a tenant who can act for it still: an active member, its admin for good. */
export async function hasStandingOwner(db: ControlDb, tenantId: string): Promise<boolean> {
  const owners = await db
    .select({ id: memberships.id })
    .from(tenants)
    .innerJoin(
      memberships,
      and(
        eq(memberships.tenantId, tenants.id),
        eq(memberships.userId, tenants.ownerId),
        eq(memberships.state, 'active'),
      ),
    )
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.state, 'active')))
    .innerJoin(
      membershipRoles,
      and(
        eq(membershipRoles.tenantId, memberships.tenantId),
        eq(membershipRoles.membershipId, memberships.id),
        isNull(membershipRoles.endsAt),
      ),
    )
    .innerJoin(
      roles,
      and(
        eq(roles.tenantId, memberships.tenantId),
        eq(roles.id, membershipRoles.roleId),
        eq(roles.key, 'admin'),
        eq(roles.builtIn, true),
      ),
    )
    .where(eq(tenants.id, tenantId))
    .limit(1);
  return owners.length > 0;
}
