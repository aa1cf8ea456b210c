import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { membershipRoles, roles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { builtInRoles } from '../permissions';
import { permissionsOf, permissionTitles } from '../rights';
import { stillHeld } from './held';
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
  const rows = await ctx.db
    .select({
      id: roles.id,
      key: roles.key,
      name: roles.name,
      builtIn: roles.builtIn,
      permissions: roles.permissions,
      base: roles.base,
      members: count(membershipRoles.id),
    })
    .from(roles)
    .leftJoin(membershipRoles, and(eq(membershipRoles.roleId, roles.id), stillHeld))
    .groupBy(roles.id, roles.key, roles.name, roles.builtIn, roles.permissions, roles.base);
  const listed = rows.map((row) => {
    const held = [...permissionsOf([row])];
    const grantable = held.every((permission) => ctx.caller.permissions.has(permission));
    return { ...row, permissions: held, grantable };
  });
  return {
    roles: listed.sort((a, b) => rank(a.key) - rank(b.key) || a.name.localeCompare(b.name)),
    permissions: [...permissionTitles].map(([id, title]) => ({ id, title })),
  };
}

/** Built-in roles from the least to the most, then the tenant's own. */
function rank(key: string) {
  const at = (builtInRoles as readonly string[]).indexOf(key);
  return at < 0 ? builtInRoles.length : at;
}
