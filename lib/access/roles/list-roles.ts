import { and, count, countDistinct, eq, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { heldRoles, memberships, roles, teamRoles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { builtInRoles } from '../permissions';
import { permissionsOf, permissionTitles } from '../rights';
import { stillHeldOverTeam } from '../teams/held';
import { RoleName } from './role';

export const RoleList = z.strictObject({
  roles: z.array(
    RoleName.extend({
      permissions: z.array(z.string()),
      members: z.number().int(),
      /** Key of the built-in role it is compared with; null for a built-in one. */
      base: z.string().nullable(),
      /** Whether the caller may give it: nobody grants what they lack. */
      grantable: z.boolean(),
    }),
  ),
  /** Every permission there is, with the sentence that explains it. */
  permissions: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});

export async function listRoles(ctx: ControlCtx): Promise<z.input<typeof RoleList>> {
  const all = ctx.db
    .select({
      id: roles.id,
      key: roles.key,
      name: roles.name,
      builtIn: roles.builtIn,
      permissions: roles.permissions,
      base: roles.base,
      members: count(heldRoles.membershipId),
    })
    .from(roles)
    .leftJoin(heldRoles, eq(heldRoles.roleId, roles.id))
    .groupBy(roles.id, roles.key, roles.name, roles.builtIn, roles.permissions, roles.base);
  const [rows, over] = await ctx.db.batch([all, onlyOverTeams(ctx.db)]);
  const listed = rows.map((row) => {
    const held = [...permissionsOf([row])];
    const grantable = held.every((permission) => ctx.caller.permissions.has(permission));
    const members = row.members + (over.find(({ roleId }) => roleId === row.id)?.n ?? 0);
    return { ...row, members, permissions: held, grantable };
  });
  return {
    roles: listed.sort((a, b) => rank(a.key) - rank(b.key) || a.name.localeCompare(b.name)),
    permissions: [...permissionTitles].map(([id, title]) => ({ id, title })),
  };
}

/** How many people have each role over a team and not everywhere. */
function onlyOverTeams(db: ControlDb) {
  const everywhere = db
    .select({ one: sql`1` })
    .from(heldRoles)
    .innerJoin(memberships, eq(memberships.id, heldRoles.membershipId))
    .where(and(eq(memberships.userId, teamRoles.userId), eq(heldRoles.roleId, teamRoles.roleId)));
  return db
    .select({ roleId: teamRoles.roleId, n: countDistinct(teamRoles.userId) })
    .from(teamRoles)
    .where(and(stillHeldOverTeam, notExists(everywhere)))
    .groupBy(teamRoles.roleId);
}

/** Built-in roles from the least to the most, then the tenant's own. */
function rank(key: string) {
  const at = (builtInRoles as readonly string[]).indexOf(key);
  return at < 0 ? builtInRoles.length : at;
}
