import { asc, count, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { teamMembers, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { type Forest, type Node, pathOf, readForest } from './forest';
import { Team } from './shapes';

export const TeamsQuery = z.strictObject({
  /** Part of a name or description. */
  q: z.string().trim().max(100).optional(),
  state: z.enum(['active', 'archived']).default('active'),
});

export const TeamList = z.strictObject({
  /** In the order of the tree, teams beside each other by name. */
  teams: z.array(
    Team.extend({
      /** Names of the teams above it, the topmost first. */
      above: z.array(z.string()),
      members: z.number().int(),
      leads: z.array(z.string()),
    }),
  ),
});

/** The teams of this tenant as a tree in one list. */
export async function listTeams(
  { db }: ControlCtx,
  { q, state }: z.output<typeof TeamsQuery>,
): Promise<z.input<typeof TeamList>> {
  const forest = await readForest(db);
  const [counts, leads] = await db.batch([
    db
      .select({ id: teamMembers.teamId, members: count() })
      .from(teamMembers)
      .groupBy(teamMembers.teamId),
    db
      .select({ id: teamMembers.teamId, name: users.name })
      .from(teamMembers)
      .innerJoin(users, eq(users.id, teamMembers.userId))
      .where(sql`${teamMembers.isLead}`)
      .orderBy(asc(users.name)),
  ]);
  const membersOf = new Map(counts.map(({ id, members }) => [id, members]));
  const text = q?.toLowerCase();
  const listed = inTree(forest, null)
    .filter((team) => (team.archivedAt ? 'archived' : 'active') === state)
    .filter(
      ({ name, description }) => !text || `${name}\n${description}`.toLowerCase().includes(text),
    );
  return {
    teams: listed.map((team) => ({
      ...team,
      above: pathOf(forest, team.parentId).map(({ name }) => name),
      members: membersOf.get(team.id) ?? 0,
      leads: leads.filter(({ id }) => id === team.id).map(({ name }) => name),
    })),
  };
}

const inTree = (forest: Forest, parentId: string | null): Node[] =>
  [...forest.values()]
    .filter((team) => team.parentId === parentId)
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((team) => [team, ...inTree(forest, team.id)]);
