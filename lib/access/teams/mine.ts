import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { roles, teamMembers, teamRoles, teams } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { RoleName } from '../roles/role';
import { stillHeldOverTeam } from './held';
import { TeamName } from './shapes';

export const OwnTeams = z.strictObject({
  teams: z.array(TeamName.extend({ isLead: z.boolean() })),
  roles: z.array(z.strictObject({ team: TeamName, role: RoleName })),
});

/**
 * The teams that the caller belongs to, and the roles they have over some. Throws `forbidden` for a
 * token that may not read who is in which.
 */
export async function ownTeams(ctx: ControlCtx): Promise<z.input<typeof OwnTeams>> {
  const { db, actor, caller } = ctx;
  if (!caller.session && !ctx.can('people.read')) throw notInScope();
  const userId = actor.id ?? '';
  const name = { id: teams.id, name: teams.name };
  const role = { id: roles.id, key: roles.key, name: roles.name, builtIn: roles.builtIn };
  const [member, over] = await db.batch([
    db
      .select({ ...name, isLead: teamMembers.isLead })
      .from(teamMembers)
      .innerJoin(teams, and(eq(teams.id, teamMembers.teamId), isNull(teams.archivedAt)))
      .where(eq(teamMembers.userId, userId))
      .orderBy(asc(teams.name)),
    db
      .select({ team: name, role })
      .from(teamRoles)
      .innerJoin(teams, and(eq(teams.id, teamRoles.teamId), isNull(teams.archivedAt)))
      .innerJoin(roles, eq(roles.id, teamRoles.roleId))
      .where(and(eq(teamRoles.userId, userId), stillHeldOverTeam))
      .orderBy(asc(teams.name), asc(roles.name)),
  ]);
  return { teams: member, roles: over };
}

const notInScope = () =>
  new AppError('forbidden', 'This token does not carry the right to see who is a member.');
