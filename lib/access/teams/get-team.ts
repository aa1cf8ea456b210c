import { and, asc, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { roles, teamMembers, teamRoles, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { permissionsOf } from '../rights';
import { belowOf, pathOf, readForest, teamIn } from './forest';
import { stillHeldOverTeam } from './held';
import { standingNow } from './may';
import { RoleOver, Team, TeamName } from './shapes';

export const TeamDetails = Team.extend({
  /** The teams above it, the topmost first. */
  above: z.array(TeamName),
  /** How many teams stand below it, archived ones too. */
  below: z.number().int(),
  members: z.number().int(),
  /** Roles that people have over it. */
  roles: z.array(RoleOver),
  /** What the caller may do with its people: manage them all, or add and remove plain members. */
  may: z.enum(['manage', 'lead', 'read']),
  /** Ids of the roles that the caller may give over it. */
  grantable: z.array(z.uuid()),
});

/** One team. Throws `not_found`. */
export async function getTeam(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<z.input<typeof TeamDetails>> {
  const { db } = ctx;
  const forest = await readForest(db);
  const team = teamIn(forest, id);
  const standing = await standingNow(ctx, forest);
  const manages = standing.manages(id);
  const [counted, held] = await db.batch([
    db.select({ n: count() }).from(teamMembers).where(eq(teamMembers.teamId, id)),
    rolesOver(db, id),
  ]);
  return {
    ...team,
    above: pathOf(forest, team.parentId).map((one) => ({ id: one.id, name: one.name })),
    below: belowOf(forest, id).length,
    members: counted[0]?.n ?? 0,
    roles: held,
    may: manages ? 'manage' : standing.leads(id) ? 'lead' : 'read',
    grantable: manages && !team.archivedAt ? await grantableRoles(db, standing.heldOver(id)) : [],
  };
}

const nameColumns = { id: roles.id, key: roles.key, name: roles.name, builtIn: roles.builtIn };

const rolesOver = (db: ControlDb, teamId: string) =>
  db
    .select({
      userId: teamRoles.userId,
      name: users.name,
      role: nameColumns,
      endsAt: teamRoles.endsAt,
    })
    .from(teamRoles)
    .innerJoin(users, eq(users.id, teamRoles.userId))
    .innerJoin(roles, eq(roles.id, teamRoles.roleId))
    .where(and(eq(teamRoles.teamId, teamId), stillHeldOverTeam))
    .orderBy(asc(users.name), asc(roles.name));

async function grantableRoles(db: ControlDb, held: ReadonlySet<string>): Promise<string[]> {
  const all = await db.select({ ...nameColumns, permissions: roles.permissions }).from(roles);
  return all
    .filter((role) => [...permissionsOf([role])].every((permission) => held.has(permission)))
    .map(({ id }) => id);
}
