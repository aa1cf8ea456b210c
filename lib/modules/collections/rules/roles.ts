import { and, eq, inArray } from 'drizzle-orm';
import { heldRoles, memberships, roles } from '@/db/schema/control';
import { builtInRoles } from '@/lib/access/permissions';
import { permissionsOf, type RoleFact } from '@/lib/access/rights';
import type { TeamFacts } from '@/lib/access/teams/facts';
import { teamsOfMember } from '@/lib/access/teams/near';
import type { TenantCtx } from '@/lib/doors/ctx';
import { roleColumns } from '@/lib/identity/role-grants';

/** A role of the tenant, as far as rules go. */
export interface RuledRole {
  key: string;
  name: string;
  /** False for roles that design collections: they see and change all of them. */
  bound: boolean;
}

/** The roles of this tenant: built-in ones from the least to the most, then its own. */
export async function rolesOf({ readControl }: Pick<TenantCtx, 'readControl'>) {
  const found = await readControl((db) => db.select().from(roles));
  return found
    .sort((a, b) => rank(a.key) - rank(b.key) || a.name.localeCompare(b.name))
    .map((role): RuledRole => {
      const held = permissionsOf([role]);
      return { key: role.key, name: role.name, bound: !held.has('collections.manage') };
    });
}

function rank(key: string) {
  const at = (builtInRoles as readonly string[]).indexOf(key);
  return at < 0 ? builtInRoles.length : at;
}

/** The roles that hold everywhere of these people, as far as they are active members. */
export async function rolesOfEach(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  userIds: readonly string[],
): Promise<Map<string, RoleFact[]>> {
  const found = await readControl((db) =>
    db
      .select({ userId: memberships.userId, role: roleColumns })
      .from(memberships)
      .innerJoin(heldRoles, eq(heldRoles.membershipId, memberships.id))
      .innerJoin(roles, eq(roles.id, heldRoles.roleId))
      .where(among(userIds)),
  );
  const held = new Map<string, RoleFact[]>();
  for (const { userId, role } of found) held.set(userId, [...(held.get(userId) ?? []), role]);
  return held;
}

/** What the teams of these people bring near. */
export async function teamsOfEach(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  userIds: readonly string[],
): Promise<Map<string, TeamFacts | null>> {
  const found = await readControl((db) =>
    db
      .select({ userId: memberships.userId, teams: teamsOfMember })
      .from(memberships)
      .where(among(userIds)),
  );
  return new Map(found.map(({ userId, teams }) => [userId, teams]));
}

const among = (userIds: readonly string[]) =>
  and(inArray(memberships.userId, [...userIds]), eq(memberships.state, 'active'));
