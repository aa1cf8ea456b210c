import { and, count, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { teamMembers } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { holdForest, openTeamIn, teamIn, withBelow } from './forest';
import { refuseHigher, refuseHigherIn } from './higher';
import { requireLeading, requireManaging, standingNow } from './may';

/** Places in all teams of a tenant: whom a person's teams bring near is read at every request. */
const mostPlaces = 2_000;

export const Adding = z.strictObject({
  id: z.uuid(),
  userIds: z
    .array(z.uuid())
    .min(1, 'Choose somebody.')
    .max(100, 'At most 100 people at a time.')
    .transform((ids) => [...new Set(ids)]),
});
export const Added = z.strictObject({ added: z.number().int() });
export const TeamMember = z.strictObject({ id: z.uuid(), userId: z.uuid() });
export const Leading = TeamMember.extend({ lead: z.boolean() });
export const Nothing = z.strictObject({});

/**
 * Adds people to a team. Throws `not_found`, `precondition` for an archived one, `forbidden` for who
 * does not lead it, for people who may do more than the caller, and for joining such people oneself, `invalid` for strangers, `limit`.
 */
export async function addMembers(
  ctx: ControlCtx,
  { id, userIds }: z.output<typeof Adding>,
): Promise<z.input<typeof Added>> {
  const forest = await holdForest(ctx.db);
  const team = openTeamIn(forest, id);
  const standing = await standingNow(ctx, forest);
  requireLeading(standing, id);
  await refuseHigher(ctx.db, standing.held, userIds);
  if (userIds.includes(ctx.actor.id ?? '')) {
    await refuseHigherIn(ctx.db, standing.held, [id]);
  }
  const [taken] = await ctx.db.select({ n: count() }).from(teamMembers);
  if ((taken?.n ?? 0) + userIds.length > mostPlaces) {
    throw new AppError('limit', `The teams of a workspace have up to ${mostPlaces} places.`);
  }
  const added = await ctx.db
    .insert(teamMembers)
    .values(userIds.map((userId) => ({ teamId: id, userId })))
    .onConflictDoNothing({
      target: [teamMembers.tenantId, teamMembers.teamId, teamMembers.userId],
    })
    .returning({ userId: teamMembers.userId });
  ctx.about('team', id, { name: team.name, added: added.map(({ userId }) => userId) });
  return { added: added.length };
}

/** Takes somebody out of a team; leads only by who manages its people. */
export async function removeTeamMember(
  ctx: ControlCtx,
  { id, userId }: z.output<typeof TeamMember>,
): Promise<z.input<typeof Nothing>> {
  const forest = await holdForest(ctx.db);
  const team = teamIn(forest, id);
  const standing = await standingNow(ctx, forest);
  requireLeading(standing, id);
  const { isLead } = await placeOf(ctx.db, id, userId);
  if (isLead) requireManaging(standing, id);
  await refuseHigher(ctx.db, standing.held, [userId]);
  await ctx.db
    .delete(teamMembers)
    .where(and(eq(teamMembers.teamId, id), eq(teamMembers.userId, userId)));
  ctx.about('team', id, { name: team.name, removed: userId });
  return {};
}

/** Makes a member of a team its lead, or a plain member again. */
export async function setLead(
  ctx: ControlCtx,
  { id, userId, lead }: z.output<typeof Leading>,
): Promise<z.input<typeof Nothing>> {
  const forest = await holdForest(ctx.db);
  const team = openTeamIn(forest, id);
  const standing = await standingNow(ctx, forest);
  requireManaging(standing, id);
  await placeOf(ctx.db, id, userId);
  await refuseHigher(ctx.db, standing.held, [userId]);
  if (lead && userId === ctx.actor.id) {
    await refuseHigherIn(ctx.db, standing.held, withBelow(forest, id));
  }
  await ctx.db
    .update(teamMembers)
    .set({ isLead: lead })
    .where(and(eq(teamMembers.teamId, id), eq(teamMembers.userId, userId)));
  ctx.about('team', id, { name: team.name, member: userId, lead });
  return {};
}

async function placeOf(db: ControlDb, teamId: string, userId: string) {
  const [place] = await db
    .select({ isLead: teamMembers.isLead })
    .from(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.userId, userId)));
  if (!place) throw notFound('This member of the team');
  return place;
}
