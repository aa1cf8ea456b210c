import { and, count, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { roles } from '@/db/schema/control';
import { AppError, invalid, notFound } from '../../errors';
import { builtInRoles } from '../permissions';
import { permissionTitles, type RoleFact } from '../rights';

const mostOwn = 50;

/** What an admin says of a role of the tenant's own. */
export const RoleDraft = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Enter a name.')
    .max(40, 'Keep this under 40 characters.')
    .refine((name) => !/\p{Cc}/u.test(name), 'Remove the control characters.'),
  /** The built-in role that it is compared with. */
  base: z.enum(builtInRoles),
  permissions: z
    .array(z.string().max(80))
    .max(200)
    .transform((ids) => [...new Set(ids)].sort()),
});
export type RoleDraft = z.output<typeof RoleDraft>;

interface OwnRole extends RoleFact {
  base: string | null;
  version: number;
}

const columns = {
  id: roles.id,
  key: roles.key,
  name: roles.name,
  builtIn: roles.builtIn,
  permissions: roles.permissions,
  base: roles.base,
  version: roles.version,
};

/** A role of the tenant's own. Throws `not_found`, `precondition` for a built-in one. */
export async function findOwnRole(db: ControlDb, id: string): Promise<OwnRole> {
  const [role] = await db.select(columns).from(roles).where(eq(roles.id, id));
  return ownOf(role);
}

/** The same, locked. */
export async function lockOwnRole(db: ControlDb, id: string): Promise<OwnRole> {
  const [role] = await db.select(columns).from(roles).where(eq(roles.id, id)).for('update');
  return ownOf(role);
}

function ownOf(role: OwnRole | undefined): OwnRole {
  if (!role) throw notFound('This role');
  if (!role.builtIn) return role;
  throw new AppError('precondition', `${role.name} is built in. Make a role of your own from it.`);
}

/** Nobody gives what they lack. Throws `invalid` on what does not exist, `forbidden` on the rest. */
export function requireHeld(held: ReadonlySet<string>, permissions: string[]): void {
  for (const scope of permissions) {
    const title = permissionTitles.get(scope);
    if (!title) throw invalid('permissions', `There is no permission ${scope}.`);
    if (!held.has(scope)) {
      throw new AppError('forbidden', `You cannot give what you may not do: ${title}.`);
    }
  }
}

/** Throws `invalid` on `name` when another role has it. Call where roles change in turn. */
export async function refuseTaken(db: ControlDb, name: string, id?: string): Promise<void> {
  const same = sql`lower(${roles.name}) = lower(${name})`;
  const [taken] = await db
    .select({ id: roles.id })
    .from(roles)
    .where(and(same, id ? ne(roles.id, id) : undefined));
  if (taken) throw invalid('name', 'There is a role of this name already.');
}

/** Throws `limit` when no more roles fit. */
export async function refuseTooMany(db: ControlDb): Promise<void> {
  const [own] = await db.select({ n: count() }).from(roles).where(eq(roles.builtIn, false));
  if ((own?.n ?? 0) < mostOwn) return;
  throw new AppError('limit', `A workspace has up to ${mostOwn} roles of its own.`);
}
