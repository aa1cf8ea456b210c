import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { apiTokens, sessions } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError, notFound } from '../../errors';
import { rememberRemoved } from '../../identity/joining/was-here';
import { leaveTenant } from '../../identity/memberships';
import { endWithTheLast } from '../../identity/pool-join/joins';
import { countMadeBy } from '../../identity/workspace-tokens/tokens';
import { keepOwner } from '../ownership/owner';
import { noteRoleChanges } from '../roles/note-changes';
import { heldNow, requireWithin } from '../roles/role';
import { rolesOverOf, teamsByUser } from '../teams/by-user';
import { keepAnAdmin } from './last-admin';
import { loadMember } from './member';
import type { MemberWithReason } from './suspend-member';

export const Removed = z.strictObject({
  sessionsEnded: z.number().int(),
  /** Living tokens of the workspace that they made, which go on. */
  workspaceTokens: z.number().int(),
});

/**
 * Ends a membership: its roles, its API tokens and its sessions on this tenant. The account in the
 * pool and its memberships elsewhere stay.
 */
export async function removeMember(
  ctx: PoolCtx,
  { id, reason }: z.output<typeof MemberWithReason>,
): Promise<z.input<typeof Removed>> {
  return await keepAnAdmin(ctx.db, async () => {
    const member = await loadMember(ctx.db, id);
    if (member.userId === ctx.actor.id) {
      throw new AppError('precondition', 'You cannot remove yourself. Another admin can.');
    }
    const over = await rolesOverOf(ctx.db, member.userId);
    const teams = (await teamsByUser(ctx.db, [member.userId])).get(member.userId) ?? [];
    requireWithin(await heldNow(ctx), [...member.roles, ...member.planRoles, ...over]);
    await keepOwner(ctx, { member, next: [] });
    if (!(await leaveTenant(ctx.db, member.userId))) throw notFound('This member');
    await rememberRemoved(ctx.db, ctx.tenant.id, member.email);
    await ctx.db
      .update(apiTokens)
      .set({ revokedAt: new Date() })
      .where(and(eq(apiTokens.userId, member.userId), isNull(apiTokens.revokedAt)));
    const sessionsEnded = await endSessions(ctx, member.userId);
    await noteRoleChanges(
      ctx.db,
      [...member.roles, ...over].map((role) => ({
        ...{ userId: member.userId, kind: 'taken', role, endsAt: null },
        ...('teamName' in role && { teamName: role.teamName }),
      })),
      { byName: ctx.actor.name, reason },
    );
    const workspaceTokens = await countMadeBy(ctx.db, member.userId);
    const joinEnded = await endWithTheLast(ctx.db);
    ctx.about('member', member.userId, {
      roles: member.roles.map((role) => role.key),
      ...(over.length > 0 && { over: over.map(({ key, teamName }) => `${key}, ${teamName}`) }),
      ...(teams.length > 0 && { teams: teams.map(({ name }) => name) }),
      reason,
      ...(workspaceTokens > 0 && { workspaceTokens }),
      ...(joinEnded && { joinEnded }),
    });
    return { sessionsEnded, workspaceTokens };
  });
}

// Sessions are rows of the pool, which several tenants may share: only those here may end.
async function endSessions({ db, tenant }: PoolCtx, userId: string): Promise<number> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(sessions.userId, userId),
        eq(sessions.tenantId, tenant.id),
        isNull(sessions.revokedAt),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}
