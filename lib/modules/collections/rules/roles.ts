import { and, eq, inArray } from 'drizzle-orm';
import { membershipRoles, memberships, roles } from '@/db/schema/control';
import { builtInRoles } from '@/lib/access/permissions';
import { permissionsOf } from '@/lib/access/rights';
import { stillHeld } from '@/lib/access/roles/held';
import type { TenantCtx } from '@/lib/doors/ctx';

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

/** Active members with the keys of their roles, of these people. */
export async function holdersOf(
  { readControl }: Pick<TenantCtx, 'readControl'>,
  userIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = await readControl((db) =>
    db
      .select({ userId: memberships.userId, state: memberships.state, key: roles.key })
      .from(memberships)
      .innerJoin(membershipRoles, and(eq(membershipRoles.membershipId, memberships.id), stillHeld))
      .innerJoin(roles, eq(roles.id, membershipRoles.roleId))
      .where(inArray(memberships.userId, [...userIds])),
  );
  const held = new Map<string, string[]>();
  for (const { userId, state, key } of found) {
    if (state === 'active') held.set(userId, [...(held.get(userId) ?? []), key]);
  }
  return held;
}
