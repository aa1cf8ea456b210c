import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { teams } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { type Forest, holdForest, openTeamIn, pathOf, refusePlace, withBelow } from './forest';
import { refuseHigherIn, requireWithinRolesOver } from './higher';
import { requireEverywhere, standingNow } from './may';
import { type Team, TeamDraft } from './shapes';

const mostTeams = 200;

export const NewTeam = TeamDraft.extend({ parentId: z.uuid().nullable().default(null) });
export const TeamChange = TeamDraft.extend({ id: z.uuid() });
export const TeamMove = z.strictObject({ id: z.uuid(), parentId: z.uuid().nullable() });

/** Makes a team. Throws `invalid` where it cannot stand or its name is taken, `limit`. */
export async function createTeam(ctx: ControlCtx, input: z.output<typeof NewTeam>): Promise<Team> {
  const { forest } = await managedTeams(ctx);
  refuseTaken(forest, input.name);
  refusePlace(forest, input.parentId);
  if (forest.size >= mostTeams) {
    throw new AppError('limit', `A workspace has up to ${mostTeams} teams.`);
  }
  const team = { ...input, id: uuidv7() };
  await ctx.db.insert(teams).values({ ...team, nameKey: keyOf(input.name) });
  ctx.about('team', team.id, input);
  return { ...team, archivedAt: null };
}

/** Renames or describes a team. Throws `not_found`, `invalid` on a name that is taken. */
export async function changeTeam(
  ctx: ControlCtx,
  { id, name, description }: z.output<typeof TeamChange>,
): Promise<Team> {
  const { forest } = await managedTeams(ctx);
  const before = openTeamIn(forest, id);
  refuseTaken(forest, name, id);
  await ctx.db
    .update(teams)
    .set({ name, description, nameKey: keyOf(name) })
    .where(eq(teams.id, id));
  const after = { name, description };
  ctx.about('team', id, {
    before: { name: before.name, description: before.description },
    after,
  });
  return { ...before, ...after };
}

/**
 * Puts a team with all below it under another, or at the top. Throws `invalid` where it cannot stand,
 * `forbidden` for people and roles that may do more than the caller.
 */
export async function moveTeam(
  ctx: ControlCtx,
  { id, parentId }: z.output<typeof TeamMove>,
): Promise<Team> {
  const { forest, held } = await managedTeams(ctx);
  const team = openTeamIn(forest, id);
  refusePlace(forest, parentId, id);
  const above = pathOf(forest, parentId).map((one) => one.id);
  await refuseHigherIn(ctx.db, held, withBelow(forest, id));
  await requireWithinRolesOver(ctx.db, held, [...above, ...withBelow(forest, id)]);
  await ctx.db.update(teams).set({ parentId }).where(eq(teams.id, id));
  ctx.about('team', id, { name: team.name, from: team.parentId, to: parentId });
  return { ...team, parentId };
}

/**
 * All teams, held still for a change by who manages people everywhere, and what they may do. Throws
 * `forbidden`.
 */
export async function managedTeams(ctx: ControlCtx) {
  const forest = await holdForest(ctx.db);
  const standing = await standingNow(ctx, forest);
  requireEverywhere(standing);
  return { forest, held: standing.held };
}

const keyOf = (name: string) => name.normalize('NFKC').toLowerCase();

function refuseTaken(forest: Forest, name: string, id?: string) {
  const taken = [...forest.values()].find(
    (team) => team.id !== id && keyOf(team.name) === keyOf(name),
  );
  if (!taken) return;
  throw invalid(
    'name',
    taken.archivedAt ? 'An archived team has this name.' : 'There is a team of this name already.',
  );
}
