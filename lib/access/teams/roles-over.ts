import { and, count, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { teamRoles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { enqueueControlJob } from '../../jobs/enqueue';
import { Reason } from '../people/member';
import { noteRoleChanges } from '../roles/note-changes';
import { loadRoles, requireWithin } from '../roles/role';
import { holdForest, openTeamIn, teamIn, withBelow } from './forest';
import { stillHeldOverTeam } from './held';
import { refuseHigher, refuseHigherIn } from './higher';
import { requireEverywhere, requireManaging, standingNow } from './may';
import type { Nothing } from './members';

/** Roles over teams of one person, and of a workspace: each is read at every request of its holder. */
const mostEach = 20;
const mostRoles = 1_000;

const Taking = z.strictObject({ id: z.uuid(), userId: z.uuid(), roleId: z.uuid(), reason: Reason });
export const RoleTaking = Taking;
export const RoleGiving = Taking.extend({
  /** When it ends; null for one that stays. */
  endsAt: z.coerce.date().nullable().default(null),
});

/**
 * Gives somebody a role over a team and those below it, or another end to it. Throws `not_found`,
 * `precondition` for an archived team, `forbidden` for what the caller lacks there, for people who may do
 * more, and for oneself without managing people everywhere, `invalid`, `limit`.
 */
export async function giveRoleOver(
  ctx: ControlCtx,
  { id, userId, roleId, endsAt, reason }: z.output<typeof RoleGiving>,
): Promise<z.input<typeof Nothing>> {
  const forest = await holdForest(ctx.db);
  const team = openTeamIn(forest, id);
  const standing = await standingNow(ctx, forest);
  requireManaging(standing, id);
  const role = await roleOf(ctx.db, roleId);
  requireWithin(standing.heldOver(id), [role]);
  await refuseHigher(ctx.db, standing.held, [userId]);
  if (userId === ctx.actor.id) {
    requireEverywhere(standing);
    await refuseHigherIn(ctx.db, standing.held, withBelow(forest, id));
  }
  if (endsAt && endsAt.getTime() <= Date.now()) {
    throw invalid('endsAt', 'A role ends at a time to come.');
  }
  const before = await heldOver(ctx.db, { id, userId, roleId });
  if (!before) await refuseMore(ctx.db, userId);
  await ctx.db
    .insert(teamRoles)
    .values({ teamId: id, userId, roleId, endsAt })
    .onConflictDoUpdate({
      target: [teamRoles.tenantId, teamRoles.userId, teamRoles.roleId, teamRoles.teamId],
      set: { endsAt },
    });
  if (endsAt) await enqueueControlJob(ctx.db, 'people.endRoles', {}, { at: endsAt });
  const kind = before ? 'end_changed' : 'given';
  const by = { byName: ctx.actor.name, reason };
  await noteRoleChanges(ctx.db, [{ userId, role, kind, endsAt, teamName: team.name }], by);
  ctx.about('team', id, { name: team.name, member: userId, role: role.key, endsAt, reason });
  return {};
}

/** Takes a role over a team away. Throws `not_found`, `forbidden` for what the caller lacks there. */
export async function takeRoleOver(
  ctx: ControlCtx,
  { id, userId, roleId, reason }: z.output<typeof RoleTaking>,
): Promise<z.input<typeof Nothing>> {
  const forest = await holdForest(ctx.db);
  const team = teamIn(forest, id);
  const standing = await standingNow(ctx, forest);
  requireManaging(standing, id);
  const role = await roleOf(ctx.db, roleId);
  requireWithin(standing.heldOver(id), [role]);
  if (!(await heldOver(ctx.db, { id, userId, roleId }))) throw notFound('This role');
  await ctx.db.delete(teamRoles).where(theOne({ id, userId, roleId }));
  const change = { userId, role, kind: 'taken', endsAt: null, teamName: team.name } as const;
  await noteRoleChanges(ctx.db, [change], { byName: ctx.actor.name, reason });
  ctx.about('team', id, { name: team.name, member: userId, role: role.key, taken: true, reason });
  return {};
}

async function roleOf(db: ControlDb, roleId: string) {
  const [role] = await loadRoles(db, [roleId], 'roleId');
  if (!role) throw invalid('roleId', 'This role does not exist.');
  return role;
}

async function refuseMore(db: ControlDb, userId: string) {
  const [given] = await db
    .select({
      here: count(),
      theirs: sql<number>`count(*) filter (where ${eq(teamRoles.userId, userId)})::int`,
    })
    .from(teamRoles);
  if ((given?.theirs ?? 0) >= mostEach) {
    throw new AppError('limit', `Somebody can have up to ${mostEach} roles over teams.`);
  }
  if ((given?.here ?? 0) >= mostRoles) {
    throw new AppError('limit', `A workspace gives up to ${mostRoles} roles over teams.`);
  }
}

interface Held {
  id: string;
  userId: string;
  roleId: string;
}

const theOne = ({ id, userId, roleId }: Held) =>
  and(eq(teamRoles.teamId, id), eq(teamRoles.userId, userId), eq(teamRoles.roleId, roleId));

async function heldOver(db: ControlDb, held: Held): Promise<boolean> {
  const found = await db
    .select({ id: teamRoles.id })
    .from(teamRoles)
    .where(and(theOne(held), stillHeldOverTeam));
  return found.length > 0;
}
