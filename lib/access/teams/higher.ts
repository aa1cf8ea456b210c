import { and, eq, inArray } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { heldRoles, memberships, roles, teamMembers, teamRoles } from '@/db/schema/control';
import { invalid } from '../../errors';
import { roleColumns } from '../../identity/role-grants';
import { requireWithin } from '../roles/role';
import { stillHeldOverTeam } from './held';

type Held = ReadonlySet<string>;

/**
 * A team opens its people's records to each other, so nobody moves those who may do more than they.
 * Throws `invalid` for who is no member of the workspace, `forbidden`.
 */
export async function refuseHigher(
  db: ControlDb,
  held: Held,
  userIds: readonly string[],
): Promise<void> {
  const rows = await db
    .select({ userId: memberships.userId, role: roleColumns })
    .from(memberships)
    .leftJoin(heldRoles, eq(heldRoles.membershipId, memberships.id))
    .leftJoin(roles, eq(roles.id, heldRoles.roleId))
    .where(inArray(memberships.userId, [...userIds]));
  const known = new Set(rows.map(({ userId }) => userId));
  if (userIds.some((userId) => !known.has(userId))) {
    throw invalid('userIds', 'Only members of this workspace can be in a team.');
  }
  requireWithin(
    held,
    rows.flatMap(({ role }) => role ?? []),
  );
}

/**
 * The same for everybody in these teams, whose records are about to be opened to others. Throws
 * `forbidden`.
 */
export async function refuseHigherIn(
  db: ControlDb,
  held: Held,
  teamIds: readonly string[],
): Promise<void> {
  const within = await db
    .selectDistinct({ userId: teamMembers.userId })
    .from(teamMembers)
    .where(inArray(teamMembers.teamId, [...teamIds]));
  if (within.length === 0) return;
  await refuseHigher(
    db,
    held,
    within.map(({ userId }) => userId),
  );
}

/** Refuses to stretch or end roles over these teams that may do more than the caller. Throws `forbidden`. */
export async function requireWithinRolesOver(
  db: ControlDb,
  held: Held,
  teamIds: readonly string[],
): Promise<void> {
  if (teamIds.length === 0) return;
  const over = await db
    .select(roleColumns)
    .from(teamRoles)
    .innerJoin(roles, eq(roles.id, teamRoles.roleId))
    .where(and(inArray(teamRoles.teamId, [...teamIds]), stillHeldOverTeam));
  requireWithin(held, over);
}
