import type { PoolCtx } from '../doors/ctx';
import { enqueueControlJob } from '../jobs/enqueue';
import { languageOf } from '../language/wording-in';
import { mailBrand } from '../mail/brand';
import { compose } from '../mail/compose';
import { resetLetter, signInLetter } from '../mail/letters';
import { sendMail } from '../mail/send-mail';
import { canonicalHost, tenantUrl } from '../tenancy/urls';
import { findAccount } from './accounts';
import { countGuess } from './guesses';
import { isInvited } from './invitations';
import { wantsToJoin } from './joining/join-requests';
import { findActiveMembership } from './memberships';
import { wantMethodNow } from './methods/rescue';
import { mintOneTime } from './one-time';

const minutesOpen = 15;

export interface LinkRequest {
  purpose: 'magic_link' | 'reset';
  email: string;
  /** Path to go to afterwards, as `safePath` leaves it. */
  returnPath: string;
}

/**
 * Asks for a mailed link. Whether the address has an account is looked up later, by the worker, so
 * that neither the answer nor its timing tells. Throws `limit` after five requests,
 * `precondition` where what the link is for is switched off.
 */
export async function requestLink(ctx: PoolCtx, request: LinkRequest): Promise<void> {
  await wantMethodNow(ctx, request.purpose === 'reset' ? 'password' : 'magic_link');
  const { email } = request;
  const { address } = ctx.call;
  await countGuess({ kind: 'mail', poolId: ctx.tenant.poolId, email, address });
  await ctx.transact((db) => enqueueControlJob(db, 'signIn.mailLink', { ...request }));
}

/** Mails the link to an account that may use it here; to anybody else nothing. */
export async function mailLink(ctx: PoolCtx, request: LinkRequest): Promise<void> {
  const { db, tenant } = ctx;
  const account = await findAccount(db, tenant.poolId, request.email);
  if (account?.state !== 'active') return;
  const isMember = (await findActiveMembership(db, account.id)) !== null;
  const forReset = request.purpose === 'reset';
  if (!isMember && !(forReset && (await isAwaited(db, account.email)))) return;
  const token = await mintOneTime(db, {
    purpose: request.purpose,
    poolId: tenant.poolId,
    tenantId: tenant.id,
    host: canonicalHost(tenant),
    userId: account.id,
    returnPath: request.returnPath,
    ttlSeconds: minutesOpen * 60,
  });
  const url = tenantUrl(tenant, `${forReset ? '/reset' : '/magic-link'}/${token}`);
  const letter = forReset ? resetLetter : signInLetter;
  const language = languageOf(account.locale, tenant.locale);
  const addressed = { to: account.email, language, tenant: tenant.name, url };
  await sendMail(db, compose(await mailBrand(db, tenant.name), letter(addressed, minutesOpen)));
}

// Who comes in with an account proves its password, which they may have forgotten.
const isAwaited = async (db: PoolCtx['db'], email: string) =>
  (await isInvited(db, email)) || (await wantsToJoin(db, email));
