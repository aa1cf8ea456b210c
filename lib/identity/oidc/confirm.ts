import type { ControlDb } from '@/db/control';
import { inTurn } from '../../access/people/last-admin';
import type { PoolCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { type Account, createAccount, findAccount, markVerified } from '../accounts';
import { findOpenDomain } from '../domains/open-domain';
import { proveByCode, type SecondProof, wrongCode } from '../factors/factor';
import { holdsFactor } from '../factors/held';
import { countGuess, forgetGuesses } from '../guesses';
import { isMember } from '../memberships';
import { type Arrival, letInLinked, link } from './admit-vouched';
import { findArrival, spendArrival, type WaitingArrival } from './ask-for-proof';
import { joinVouched } from './join-vouched';
import { findProvider, type Provider } from './provider';
import { RefusedByProvider } from './refusal';

export interface Confirmation {
  /** Of the browser that began, from its cookie. */
  browser: string;
  /** Of the mail. */
  token: string;
  /** Of the authenticator, where the account has one. */
  code?: string | undefined;
}

/** The address a browser waits to prove. Throws `unauthenticated` when that is over. */
export async function arrivalState(ctx: PoolCtx, browser: string): Promise<{ email: string }> {
  const waiting = await findArrival(ctx.db, { browser, host: ctx.caller.host.host });
  if (!waiting) throw over();
  return { email: waiting.email };
}

/**
 * Links the provider's person with the account of the address they proved, which is made where there
 * is none, and lets them in. An account with a second factor is opened by a code as well, of its
 * authenticator or for recovery. Throws
 * `unauthenticated` when it is over or another browser asks, `invalid` on `code`.
 */
export async function confirmArrival(
  ctx: PoolCtx,
  { browser, token, code }: Confirmation,
): Promise<Arrival> {
  const { poolId } = ctx.tenant;
  const at = { browser, host: ctx.caller.host.host };
  const waiting = await findArrival(ctx.db, at);
  if (!waiting) throw over();
  const known = await findAccount(ctx.db, poolId, waiting.email);
  // One count for the codes of an account, wherever they are asked for.
  const guess = { kind: 'code', poolId, email: known?.id ?? waiting.email } as const;
  if (code !== undefined) await countGuess({ ...guess, address: ctx.call.address });
  try {
    const arrival = await ctx.transact(async (db) => {
      // First of all, as whoever comes in by the provider does: else each could wait for the other.
      await inTurn(db);
      const spent = await spendArrival(db, { ...at, token });
      const provider = await findProvider(db);
      if (!spent || provider?.issuer !== spent.issuer) throw over();
      return await admit(ctx, db, { provider, spent, code });
    });
    if (code !== undefined) await forgetGuesses(guess);
    return arrival;
  } catch (error) {
    if (error instanceof RefusedByProvider) return { refused: error.why };
    throw error;
  }
}

interface Confirmed {
  provider: Provider;
  spent: WaitingArrival;
  code: string | undefined;
}

async function admit(ctx: PoolCtx, db: ControlDb, { provider, spent, code }: Confirmed) {
  const { poolId } = ctx.tenant;
  const { email, name, returnPath } = spent;
  const known = await findAccount(db, poolId, email);
  const isInside = known !== null && (await isMember(db, known.id));
  if (!isInside && !provider.joins && !(await findOpenDomain(db, email))) {
    throw new RefusedByProvider('no_member');
  }
  const proven = known ? await proveCode(db, known, code) : undefined;
  const account = known ?? (await createAccount(db, { poolId, email, name }));
  await markVerified(db, account.id);
  if (!isInside) await joinVouched(db, provider, account);
  // A second factor given at the provider counts from the next time on: this is where it is linked.
  const { subject, groups } = spent;
  const vouched = {
    ...{ subject, groups, email, emailVerified: true, name, secondFactor: false },
    // The mail was read just now.
    provenAt: null,
  };
  await link(db, { provider, vouched, userId: account.id });
  const arrival = await letInLinked(ctx, db, {
    ...{ provider, vouched, returnPath, proven },
    userId: account.id,
  });
  // Whom the groups leave without a role never became a member; a member stays one.
  const leftOut = !isInside && 'refused' in arrival && arrival.refused === 'no_role';
  if (leftOut) throw new RefusedByProvider('no_role');
  return arrival;
}

async function proveCode(
  db: ControlDb,
  { id: userId, poolId, state }: Account,
  code: string | undefined,
): Promise<SecondProof | undefined> {
  if (state !== 'active') throw new RefusedByProvider('no_member');
  if (!(await holdsFactor(db, userId))) return undefined;
  if (!code) throw invalid('code', 'Give the code of your second factor.');
  const proof = await proveByCode(db, { poolId, userId }, code);
  if (!proof) throw wrongCode();
  return proof;
}

const over = () =>
  new AppError(
    'unauthenticated',
    'This link is too old, was used, or was asked for in another browser. Begin again.',
  );
