import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { roles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { permissionsOf } from '../rights';
import { RoleName } from './role';

export const RoleFacts = RoleName.extend({
  permissions: z.array(z.string()),
  /** Key of the built-in role it is compared with; null for a built-in one. */
  base: z.string().nullable(),
  version: z.number().int(),
  /** Whether the caller may give and change it: nobody touches what they lack. */
  grantable: z.boolean(),
});

/** One role and what it may do. Throws `not_found`. */
export async function getRole(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<z.input<typeof RoleFacts>> {
  const [row] = await ctx.db
    .select({
      id: roles.id,
      key: roles.key,
      name: roles.name,
      builtIn: roles.builtIn,
      permissions: roles.permissions,
      base: roles.base,
      version: roles.version,
    })
    .from(roles)
    .where(eq(roles.id, id));
  if (!row) throw notFound('This role');
  const permissions = [...permissionsOf([row])];
  const grantable = permissions.every((permission) => ctx.caller.permissions.has(permission));
  return { ...row, permissions, grantable };
}
