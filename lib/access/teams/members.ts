import { and, count, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { membershipRoles, memberships, roles, teamMembers } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError, invalid, notFound } from '../../errors';
import { roleColumns } from '../../identity/role-grants';
import { stillHeld } from '../roles/held';
import { requireWithin } from '../roles/role';
import { holdForest, openTeamIn, teamIn } from './forest';
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
 * does not lead it and for people who may do more than the caller, `invalid` for strangers, `limit`.
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

/**
 * A team opens its people's records to each other, so nobody moves those who may do more than they.
 * Throws `invalid` for who is no member of the workspace, `forbidden`.
 */
async function refuseHigher(
  db: ControlDb,
  held: ReadonlySet<string>,
  userIds: readonly string[],
): Promise<void> {
  const rows = await db
    .select({ userId: memberships.userId, role: roleColumns })
    .from(memberships)
    .leftJoin(membershipRoles, and(eq(membershipRoles.membershipId, memberships.id), stillHeld))
    .leftJoin(roles, eq(roles.id, membershipRoles.roleId))
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
