import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { credentials } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { AppError, invalid, notFound } from '../errors';
import { type Account, createAccount, findAccount } from './accounts';
import { countGuess, forgetGuesses } from './guesses';
import {
  claimInvitation,
  findInvitation,
  type Invitation,
  revokeUnanswered,
  stateOf,
} from './invitations';
import { isMember, joinTenant } from './memberships';
import { methodsOf } from './methods/methods';
import { mintOneTime } from './one-time';
import { checkPassword, hashPassword } from './passwords/hashing';
import { refuseWeak } from './passwords/rule';
import { holdRole, mayGrant, permissionsNow } from './role-grants';

export interface Acceptance {
  token: string;
  /** Of a new account. */
  name?: string | undefined;
  /** Of a new account the one being chosen, of an existing one the present one. */
  password?: string | undefined;
}

/** Time a browser gets to trade the ticket for its cookie. */
const ttlSeconds = 60;

const closed = {
  used: 'This invitation was used already. Sign in instead.',
  revoked: 'This invitation was taken back. Ask for a new one.',
  expired: 'This invitation is too old. Ask for a new one.',
};

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
  refuseOther(ctx, known);
  if (known && (await isMember(ctx.db, known.id))) throw new AppError('precondition', inside);
  const newcomer = known ? null : await prepareAccount(ctx, invitation, acceptance);
  if (known) await proveAccount(ctx, known, acceptance.password);
  return await ctx.transact(async (db) => {
    await recheckInviter(db, invitation);
    if (!(await claimInvitation(db, invitation.id)))
      throw new AppError('precondition', closed.used);
    const account = known ?? (newcomer && (await createAccount(db, newcomer)));
    if (!account) throw notFound('This account');
    await revokeUnanswered(db, invitation.email);
    await joinTenant(db, { userId: account.id, roleId: invitation.roleId, seatLimit: null });
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

function refuseOther({ caller }: PoolCtx, account: Account | null) {
  if (!caller.user || caller.user.id === account?.id) return;
  throw new AppError('forbidden', 'This invitation is for another person. Sign out first.');
}

async function prepareAccount(ctx: PoolCtx, { email }: Invitation, { name, password }: Acceptance) {
  if (!name) throw invalid('name', 'Enter your name.');
  const account = { poolId: ctx.tenant.poolId, email, name };
  if (!methodsOf(ctx.caller).includes('password')) {
    if (password === undefined) return account;
    throw invalid('password', 'Passwords are switched off in this workspace. Leave it out.');
  }
  if (!password) throw invalid('password', 'Choose a password.');
  await refuseWeak(password, { personal: [name, email, ctx.tenant.name], besideFactor: false });
  return { ...account, passwordHash: await hashPassword(password) };
}

// Whose account it is, not how to sign in: a password proves it where none opens a session.
async function proveAccount(ctx: PoolCtx, account: Account, password = '') {
  const { poolId } = ctx.tenant;
  const guess = { kind: 'password', poolId, email: account.email } as const;
  await countGuess({ ...guess, address: ctx.call.address });
  const [known] = await ctx.db
    .select({ secret: credentials.secret })
    .from(credentials)
    .where(and(eq(credentials.userId, account.id), eq(credentials.kind, 'password')));
  const right = await checkPassword(known?.secret ?? null, password);
  if (!right || account.state !== 'active') {
    throw invalid('password', 'This is not the password of your account.');
  }
  await forgetGuesses(guess);
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

const ticketFor = (ctx: PoolCtx, db: ControlDb, { id: userId }: Account) =>
  mintOneTime(db, {
    purpose: 'arrival',
    poolId: ctx.tenant.poolId,
    tenantId: ctx.tenant.id,
    host: ctx.caller.host.host,
    userId,
    ttlSeconds,
  });
