import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { roles, teamMembers, teamRoles, teams } from '@/db/schema/control';
import { roleColumns } from '../../identity/role-grants';
import { stillHeldOverTeam } from './held';

/** The teams in use that these users belong to, by name. */
export async function teamsByUser(db: ControlDb, userIds: string[]) {
  if (userIds.length === 0) return new Map<string, never>();
  const rows = await db
    .select({
      userId: teamMembers.userId,
      team: { id: teams.id, name: teams.name, isLead: teamMembers.isLead },
    })
    .from(teamMembers)
    .innerJoin(teams, and(eq(teams.id, teamMembers.teamId), isNull(teams.archivedAt)))
    .where(inArray(teamMembers.userId, userIds))
    .orderBy(asc(teams.name));
  return grouped(rows.map(({ userId, team }) => [userId, team]));
}

/** The roles that these users have over a team in use. */
export async function teamRolesByUser(db: ControlDb, userIds: string[]) {
  if (userIds.length === 0) return new Map<string, never>();
  const rows = await db
    .select({
      userId: teamRoles.userId,
      role: {
        id: roles.id,
        key: roles.key,
        name: roles.name,
        builtIn: roles.builtIn,
        teamName: teams.name,
      },
    })
    .from(teamRoles)
    .innerJoin(teams, and(eq(teams.id, teamRoles.teamId), isNull(teams.archivedAt)))
    .innerJoin(roles, eq(roles.id, teamRoles.roleId))
    .where(and(inArray(teamRoles.userId, userIds), stillHeldOverTeam))
    .orderBy(asc(roles.name), asc(teams.name));
  return grouped(rows.map(({ userId, role }) => [userId, role]));
}

/** Every role that somebody has over a team, archived ones too. */
export const rolesOverOf = (db: ControlDb, userId: string) =>
  db
    .select({ ...roleColumns, teamName: teams.name })
    .from(teamRoles)
    .innerJoin(teams, eq(teams.id, teamRoles.teamId))
    .innerJoin(roles, eq(roles.id, teamRoles.roleId))
    .where(and(eq(teamRoles.userId, userId), stillHeldOverTeam));

function grouped<T>(pairs: [string, T][]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const [key, value] of pairs) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}
