import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { roles, teamMembers, teamRoles, teams } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { ruledByTeam } from '../../modules/role-rules';
import { Reason } from '../people/member';
import { noteRoleChanges } from '../roles/note-changes';
import { managedTeams } from './change-team';
import { childrenOf, readForest, refusePlace, teamIn } from './forest';
import { refuseHigherIn, requireWithinRolesOver } from './higher';
import type { Team } from './shapes';

export const TeamImpact = z.strictObject({
  /** People who belong to it. */
  people: z.number().int(),
  /** Roles that people have over it alone. */
  roles: z.number().int(),
  /** Teams right below it that are in use, and those that are archived. */
  below: z.number().int(),
  archivedBelow: z.number().int(),
  /** Where rules open records by team, by name. */
  rules: z.array(z.string()),
});

/** What ends with a team, without ending it. Throws `not_found`. */
export async function teamImpact(
  ctx: ControlCtx,
  { id }: { id: string },
): Promise<z.input<typeof TeamImpact>> {
  const forest = await readForest(ctx.db);
  teamIn(forest, id);
  const rules: string[] = [];
  for (const ask of ruledByTeam) rules.push(...(await ask(ctx)));
  const children = childrenOf(forest, id);
  const archivedBelow = children.filter(({ archivedAt }) => archivedAt).length;
  const { people, roles: held } = await usesOf(ctx.db, id);
  return {
    ...{ people: people.length, roles: held.length, rules },
    ...{ archivedBelow, below: children.length - archivedBelow },
  };
}

/**
 * Sets a team aside: its people stay written down, and it opens nothing to anybody. Throws
 * `not_found`, `precondition` while teams in use stand below it.
 */
export async function archiveTeam(ctx: ControlCtx, { id }: { id: string }): Promise<Team> {
  const { forest, held } = await managedTeams(ctx);
  const team = teamIn(forest, id);
  refuseAbove(childrenOf(forest, id).filter(({ archivedAt }) => !archivedAt));
  await requireWithinRolesOver(ctx.db, held, [id]);
  const archivedAt = team.archivedAt ?? new Date();
  await ctx.db.update(teams).set({ archivedAt }).where(eq(teams.id, id));
  ctx.about('team', id, { name: team.name });
  return { ...team, archivedAt };
}

/** Brings an archived team back. Throws `not_found`, `invalid` while the one above is archived. */
export async function restoreTeam(ctx: ControlCtx, { id }: { id: string }): Promise<Team> {
  const { forest, held } = await managedTeams(ctx);
  const team = teamIn(forest, id);
  refusePlace(forest, team.parentId, id);
  await refuseHigherIn(ctx.db, held, [id]);
  await requireWithinRolesOver(ctx.db, held, [id]);
  await ctx.db.update(teams).set({ archivedAt: null }).where(eq(teams.id, id));
  ctx.about('team', id, { name: team.name });
  return { ...team, archivedAt: null };
}

export const TeamDeletion = z.strictObject({ id: z.uuid(), reason: Reason });
export const TeamDeleted = z.strictObject({ people: z.number().int(), roles: z.number().int() });

/**
 * Deletes a team for good. Throws `not_found`, `precondition` while teams stand below it, and for one
 * in use that was not archived first.
 */
export async function deleteTeam(
  ctx: ControlCtx,
  { id, reason }: z.output<typeof TeamDeletion>,
): Promise<z.input<typeof TeamDeleted>> {
  const { forest, held } = await managedTeams(ctx);
  const team = teamIn(forest, id);
  refuseAbove(childrenOf(forest, id));
  await requireWithinRolesOver(ctx.db, held, [id]);
  const { people, roles: given } = await usesOf(ctx.db, id);
  if (!team.archivedAt && people.length + given.length > 0) {
    throw new AppError('precondition', `${team.name} is in use. Archive it first.`);
  }
  await ctx.db.delete(teamRoles).where(eq(teamRoles.teamId, id));
  await ctx.db.delete(teams).where(eq(teams.id, id));
  await noteRoleChanges(
    ctx.db,
    given.map(({ userId, role }) => ({
      ...{ userId, role, kind: 'taken', endsAt: null, teamName: team.name },
    })),
    { byName: ctx.actor.name, reason },
  );
  const counts = { people: people.length, roles: given.length };
  ctx.about('team', id, { name: team.name, ...counts, reason });
  return counts;
}

function refuseAbove(children: ReturnType<typeof childrenOf>) {
  if (children.length === 0) return;
  const names = children.slice(0, 3).map(({ name }) => name);
  throw new AppError(
    'precondition',
    `Teams stand below it: ${names.join(', ')}. Move or end them first.`,
  );
}

async function usesOf(db: ControlDb, teamId: string) {
  const [people, held] = await db.batch([
    db
      .select({ userId: teamMembers.userId })
      .from(teamMembers)
      .where(eq(teamMembers.teamId, teamId)),
    db
      .select({ userId: teamRoles.userId, role: { key: roles.key, name: roles.name } })
      .from(teamRoles)
      .innerJoin(roles, eq(roles.id, teamRoles.roleId))
      .where(eq(teamRoles.teamId, teamId))
      .orderBy(asc(teamRoles.id)),
  ]);
  return { people, roles: held };
}
