import { sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { tenants } from '@/db/schema/control';
import type { ControlCtx, PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import type { HeldFact, LoadedMember } from '../people/member';

/** Holds the admin role, and not just for a while. */
export const isStandingAdmin = (roles: HeldFact[]): boolean =>
  roles.some(({ key, builtIn, endsAt }) => key === 'admin' && builtIn && endsAt === null);

/** Who owns the workspace, as it was founded or handed over; null where nobody was named. */
export async function ownerIdOf(db: ControlDb): Promise<string | null> {
  // Row security shows this tenant's own row only, so the question names none.
  const [row] = await db.select({ ownerId: tenants.ownerId }).from(tenants).where(sql`true`);
  return row?.ownerId ?? null;
}

/**
 * Refuses to take the admin role from an owner, or to shut the owner out, before the workspace is
 * handed over. `next` are the roles they would have; none when they would be out.
 * Throws `precondition`.
 */
export async function keepOwner(
  { db }: Pick<ControlCtx | PoolCtx, 'db'>,
  { member, next }: { member: LoadedMember; next: HeldFact[] },
): Promise<void> {
  if (isStandingAdmin(next) || !isStandingAdmin(member.roles)) return;
  if ((await ownerIdOf(db)) !== member.userId) return;
  throw new AppError(
    'precondition',
    `${member.name} owns this workspace. It has to be handed over first, under General.`,
  );
}
