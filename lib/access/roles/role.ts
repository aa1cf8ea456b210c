import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { roles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { permissionsNow, roleColumns } from '../../identity/role-grants';
import { permissionsOf, type RoleFact } from '../rights';

/** A role as lists name it. */
export const RoleName = z.strictObject({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  builtIn: z.boolean(),
});
export type RoleName = z.infer<typeof RoleName>;

/** Roles by id, in the order asked. Throws `invalid` on `field` when one does not exist. */
export async function loadRoles(db: ControlDb, ids: string[], field: string): Promise<RoleFact[]> {
  const found = await db.select(roleColumns).from(roles).where(inArray(roles.id, ids));
  return ids.map((id) => {
    const role = found.find((one) => one.id === id);
    if (!role) throw invalid(field, 'This role does not exist.');
    return role;
  });
}

/**
 * What the caller may do once their turn to change roles has come: somebody may have taken it from
 * them while they waited. Throws `forbidden` when they may not manage people any more.
 */
export async function heldNow(
  ctx: Pick<ControlCtx, 'db' | 'actor' | 'caller'>,
): Promise<ReadonlySet<string>> {
  const now = await permissionsNow(ctx.db, ctx.actor.id ?? '');
  const held = new Set([...ctx.caller.permissions].filter((permission) => now.has(permission)));
  if (held.has('people.manage')) return held;
  throw new AppError('forbidden', 'Your role does not allow this. An admin can change it.');
}

/**
 * Nobody gives, takes or overrules a role that carries more than they may do themselves.
 * Throws `forbidden` naming the role.
 */
export function requireWithin(held: ReadonlySet<string>, touched: RoleFact[]): void {
  for (const role of touched) {
    const beyond = [...permissionsOf([role])].some((permission) => !held.has(permission));
    if (beyond) {
      throw new AppError('forbidden', `${role.name} may do more than you. Ask an admin.`);
    }
  }
}
