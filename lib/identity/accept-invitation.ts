import type { ControlDb } from '@/db/control';
import type { PoolCtx } from '../doors/ctx';
import { AppError, notFound } from '../errors';
import { createAccount, findAccount } from './accounts';
import {
  claimInvitation,
  findInvitation,
  type Invitation,
  revokeUnanswered,
  stateOf,
} from './invitations';
import { isMember, joinTenant } from './memberships';
import {
  type Introduction,
  prepareAccount,
  proveAccount,
  refuseOther,
  ticketFor,
} from './newcomers';
import { holdRole, mayGrant, permissionsNow } from './role-grants';

export interface Acceptance extends Introduction {
  token: string;
}

const closed = {
  used: 'This invitation was used already. Sign in instead.',
  revoked: 'This invitation was taken back. Ask for a new one.',
  expired: 'This invitation is too old. Ask for a new one.',
};

const other = 'This invitation is for another person. Sign out first.';

const inside = 'You are a member here already. Sign in instead.';

/**
 * Turns an invitation into a membership, once, and answers a ticket to sign in with. An existing
 * account proves itself by its password, since whoever invites also sees the link.
 * Throws `not_found`, `precondition` for a closed one or a member, `forbidden` for another person's,
 * `limit` when every seat is taken: the invitation stays open then.
 */
export async function acceptInvitation(
  ctx: PoolCtx,
  acceptance: Acceptance,
): Promise<{ ticket: string }> {
  const invitation = await openInvitation(ctx, acceptance.token);
  const known = await findAccount(ctx.db, ctx.tenant.poolId, invitation.email);
  refuseOther(ctx, known, other);
  if (known && (await isMember(ctx.db, known.id))) throw new AppError('precondition', inside);
  const newcomer = known ? null : await prepareAccount(ctx, invitation.email, acceptance);
  if (known) await proveAccount(ctx, known, acceptance.password);
  return await ctx.transact(async (db) => {
    await recheckInviter(db, invitation);
    if (!(await claimInvitation(db, invitation.id)))
      throw new AppError('precondition', closed.used);
    const account = known ?? (newcomer && (await createAccount(db, newcomer)));
    if (!account) throw notFound('This account');
    await revokeUnanswered(db, invitation.email);
    await joinTenant(db, { userId: account.id, roleId: invitation.roleId });
    ctx.about('invitation', invitation.id, { userId: account.id });
    return { ticket: await ticketFor(ctx, db, account) };
  });
}

async function openInvitation(ctx: PoolCtx, token: string) {
  const invitation = await findInvitation(ctx.db, token);
  if (!invitation) throw notFound('This invitation');
  const state = stateOf(invitation);
  if (state !== 'open') throw new AppError('precondition', closed[state]);
  return invitation;
}

// The role may have grown, or the inviter lost theirs, since the invitation was written.
async function recheckInviter(db: ControlDb, { invitedBy, roleId }: Invitation) {
  const role = await holdRole(db, roleId);
  if (invitedBy && !mayGrant(await permissionsNow(db, invitedBy), role)) {
    throw new AppError(
      'precondition',
      'Whoever invited you may no longer give this role. Ask for a new invitation.',
    );
  }
}
