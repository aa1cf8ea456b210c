import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { memberships, users } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { syncPerson } from '../../identity/memberships';
import { countMadeBy } from '../../identity/workspace-tokens/tokens';
import { keepOwner } from '../ownership/owner';
import { heldNow, requireWithin } from '../roles/role';
import { inTurn, keepAnAdmin } from './last-admin';
import { loadMember, type Member, Reason, showMember } from './member';

export const MemberWithReason = z.strictObject({ id: z.uuid(), reason: Reason });
type MemberWithReason = z.output<typeof MemberWithReason>;

/** Closes this tenant to a member, who stays on its list. Takes effect at their next request. */
export const suspendMember = (ctx: ControlCtx, input: MemberWithReason): Promise<Member> =>
  keepAnAdmin(ctx.db, () => setState(ctx, input, 'suspended'));

/** Opens this tenant again to a suspended member. */
export async function resumeMember(ctx: ControlCtx, input: MemberWithReason): Promise<Member> {
  await inTurn(ctx.db);
  return await setState(ctx, input, 'active');
}

async function setState(
  ctx: ControlCtx,
  { id, reason }: MemberWithReason,
  state: Member['state'],
): Promise<Member> {
  const member = await loadMember(ctx.db, id);
  if (member.userId === ctx.actor.id) {
    throw new AppError('precondition', 'You cannot suspend or resume yourself.');
  }
  requireWithin(await heldNow(ctx), [...member.roles, ...member.planRoles]);
  if (state === 'suspended') await keepOwner(ctx, { member, next: [] });
  const next = state === 'active' ? await stateIn(ctx, member.userId) : state;
  await ctx.db.update(memberships).set({ state: next }).where(eq(memberships.id, id));
  await syncPerson(ctx.db, member.userId);
  const workspaceTokens = await countMadeBy(ctx.db, member.userId);
  ctx.about('member', member.userId, {
    from: member.state,
    to: next,
    reason,
    ...(workspaceTokens > 0 && { workspaceTokens }),
  });
  return showMember({ ...member, state: next });
}

/** Whoever has not come over to the pool that the tenant joined has that before them. */
async function stateIn({ db, tenant }: ControlCtx, userId: string): Promise<Member['state']> {
  const [user] = await db.select({ poolId: users.poolId }).from(users).where(eq(users.id, userId));
  return user?.poolId === tenant.poolId ? 'active' : 'unclaimed';
}
