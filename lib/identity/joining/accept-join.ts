import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { createAccount, findAccount, markVerified } from '../accounts';
import { isMember } from '../memberships';
import {
  type Introduction,
  prepareAccount,
  proveAccount,
  refuseOther,
  ticketFor,
} from '../newcomers';
import { joinByDomain } from './join-by-domain';
import { findJoinRequest, spendJoinRequest } from './join-requests';
import { mailOpens } from './joins-by-mail';
import { nobodyJoins } from './mail-join-link';

export interface Joining extends Introduction {
  token: string;
}

const other = 'This link is for another person. Sign out first.';

/**
 * Makes whoever reads the mail of an address a member, in the role of its domain, and answers a ticket
 * to sign in with. An account that is there proves itself by its password, as with an invitation.
 * Throws `unauthenticated` for a worthless link, `precondition` where the domain is shut by now, for a
 * member and for who was removed, `forbidden` for another person, `limit` when every seat is taken:
 * the link goes on working then.
 */
export async function acceptJoin(ctx: PoolCtx, joining: Joining): Promise<{ ticket: string }> {
  const at = { token: joining.token, host: ctx.caller.host.host };
  const request = await findJoinRequest(ctx.db, at);
  if (!request) throw worthless();
  if (!(await mailOpens(ctx))) throw nobodyJoins();
  const known = await findAccount(ctx.db, ctx.tenant.poolId, request.email);
  refuseOther(ctx, known, other);
  if (known && (await isMember(ctx.db, known.id))) throw inside();
  const newcomer = known ? null : await prepareAccount(ctx, request.email, joining);
  if (known) await proveAccount(ctx, known, joining.password);
  return await ctx.transact(async (db) => {
    if (!(await spendJoinRequest(db, at))) throw worthless();
    const account = known ?? (newcomer && (await createAccount(db, newcomer)));
    if (!account) throw worthless();
    const joined = await joinByDomain(db, ctx.tenant.id, account);
    if ('not' in joined) throw joined.not === 'shut' ? nobodyJoins() : nobodyReturns();
    await markVerified(db, account.id);
    const { domain, role } = joined;
    ctx.about('member', account.id, { email: account.email, domain, role: role.key });
    return { ticket: await ticketFor(ctx, db, account) };
  });
}

const worthless = () =>
  new AppError('unauthenticated', 'This link was used already or is too old. Ask for a new one.');

const inside = () =>
  new AppError('precondition', 'You are a member here already. Sign in instead.');

const nobodyReturns = () =>
  new AppError('precondition', 'You were a member here before. Ask an admin for an invitation.');
