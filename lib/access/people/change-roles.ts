import { and, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { membershipRoles } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { syncPerson } from '../../identity/memberships';
import { loadRoles, requireWithin } from '../roles/role';
import { keepAnAdmin } from './last-admin';
import { loadMember, type Member, Reason, showMember } from './member';

export const RolesChange = z.strictObject({
  id: z.uuid(),
  roleIds: z
    .array(z.uuid())
    .min(1, 'Choose at least one role.')
    .max(20)
    .transform((ids) => [...new Set(ids)]),
  reason: Reason,
});

/** Gives a member exactly these roles. */
export async function changeRoles(
  ctx: ControlCtx,
  { id, roleIds, reason }: z.output<typeof RolesChange>,
): Promise<Member> {
  return await keepAnAdmin(ctx.db, async () => {
    const member = await loadMember(ctx.db, id);
    const next = await loadRoles(ctx.db, roleIds, 'roleIds');
    requireWithin(ctx.caller.permissions, [
      ...next.filter((role) => !member.roles.some((held) => held.id === role.id)),
      ...member.roles.filter((held) => !roleIds.includes(held.id)),
    ]);
    await ctx.db
      .delete(membershipRoles)
      .where(
        and(eq(membershipRoles.membershipId, id), notInArray(membershipRoles.roleId, roleIds)),
      );
    await ctx.db
      .insert(membershipRoles)
      .values(roleIds.map((roleId) => ({ membershipId: id, roleId })))
      .onConflictDoNothing();
    await syncPerson(ctx.db, member.userId);
    ctx.about('member', member.userId, {
      from: member.roles.map((role) => role.key),
      to: next.map((role) => role.key),
      reason,
    });
    return showMember({ ...member, roles: next });
  });
}
