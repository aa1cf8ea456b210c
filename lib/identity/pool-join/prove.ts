import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { credentials, memberships } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError, invalid } from '../../errors';
import { type Account, findAccount, markVerified } from '../accounts';
import { proveByCode, type SecondProof } from '../factors/factor';
import { holdsFactor } from '../factors/held';
import { countGuess, forgetGuesses } from '../guesses';
import { wantMethod } from '../methods/methods';
import { checkPassword } from '../passwords/hashing';
import { hashToken } from '../secrets';
import {
  type Claim,
  noteInClaim,
  openClaim,
  proofsOf,
  type Side,
  spendLink,
  wantTurn,
  worthless,
} from './claims';
import { poolOf, type SidePool } from './sides';
import { wantLinks } from './ways';

export interface PasswordProof {
  claim: string;
  side: Side;
  email: string;
  password: string;
  code?: string | undefined;
}

/** A stranger, a wrong password and a locked account get these words. */
const refused = () => new AppError('unauthenticated', 'E-mail or password is wrong.');

/**
 * Proves the account of one side by its password, and by its second factor where it has one. Throws
 * `unauthenticated` in one form for every reason, after equal work, `invalid` on `code`, `limit`,
 * `precondition` where that way is switched off here.
 */
export async function proveByPassword(ctx: PoolCtx, proof: PasswordProof): Promise<void> {
  const { side, email } = proof;
  wantMethod(ctx, 'password');
  const claim = await openClaim(ctx, proof.claim);
  wantTurn(claim, side);
  const pool = await poolOf(ctx, claim, side);
  const guess = { kind: 'password', poolId: pool.poolId, email } as const;
  await countGuess({ ...guess, address: ctx.call.address });
  const { account, state, secret } = await pool.run(async (db) => {
    const found = await findAccount(db, pool.poolId, email);
    // The same questions for a stranger.
    const id = found?.id ?? claim.id;
    return { account: found, state: await proofsOf(db, id), secret: await passwordOf(db, id) };
  });
  const right = await checkPassword(secret, proof.password);
  if (!right || account?.state !== 'active' || !state) throw refused();
  await forgetGuesses(guess);
  await provenAs(ctx, { ...proof, account, state, pool });
}

/**
 * Proves the account of a mailed link, or, where the address has none in the shared pool, the address.
 * Throws `unauthenticated` for a link that is used, old or of another browser, `invalid` on `code`.
 */
export async function proveByLink(
  ctx: PoolCtx,
  proof: { claim: string; link: string; code?: string | undefined },
): Promise<void> {
  await wantLinks(ctx);
  const claim = await openClaim(ctx, proof.claim);
  const { mailSide: side, mailEmail: email } = claim;
  if (!side || !email || claim.mailHash !== hashToken(proof.link)) throw worthless();
  wantTurn(claim, side);
  const pool = await poolOf(ctx, claim, side);
  const { account, state } = await pool.run(async (db) => {
    const found = await findAccount(db, pool.poolId, email);
    return { account: found, state: found && (await proofsOf(db, found.id)) };
  });
  if (account && state) {
    await provenAs(ctx, { ...proof, side, account, state, pool });
    await pool.run((db) => markVerified(db, account.id));
    return;
  }
  if (account || side === 'former') throw worthless();
  await ctx.transact(async (db) => {
    await spendLink(ctx, db, { token: proof.claim, link: proof.link });
    const nobody = { newUserId: null, newState: null, newSecondFactor: null } as const;
    const proven = { ...nobody, newEmail: email, newMethod: 'magic_link' } as const;
    await noteInClaim(ctx, db, { token: proof.claim, ...proven });
    ctx.about('pool_claim', claim.id, { side, method: 'magic_link' });
  });
}

interface Proven {
  claim: string;
  side: Side;
  account: Account;
  /** What could prove it when it was. */
  state: string;
  pool: SidePool;
  code?: string | undefined;
  link?: string | undefined;
}

async function provenAs(ctx: PoolCtx, { claim, side, account, state, pool, code, link }: Proven) {
  if (side === 'former') await wantUnclaimed(ctx.db, account.id);
  const secondFactor = await proveSecond(ctx, { account, pool, code });
  const method: Claim['newMethod'] = link ? 'magic_link' : 'password';
  await ctx.transact(async (db) => {
    if (link) await spendLink(ctx, db, { token: claim, link });
    const proven =
      side === 'former'
        ? { formerUserId: account.id, formerState: state }
        : {
            ...{ newUserId: account.id, newState: state, newEmail: null },
            ...{ newMethod: method, newSecondFactor: secondFactor },
          };
    await noteInClaim(ctx, db, { token: claim, ...proven });
    ctx.about('user', account.id, { side, method });
  });
}

/** Refuses whoever has nothing to bring over: said only to whoever proved the account. */
export async function wantUnclaimed(db: ControlDb, userId: string) {
  const [own] = await db
    .select({ state: memberships.state })
    .from(memberships)
    .where(eq(memberships.userId, userId));
  if (own?.state === 'unclaimed') return;
  throw new AppError(
    'precondition',
    own
      ? 'You are suspended here. An admin has to let you in again first.'
      : 'This account came over already, or is no member here. Sign in with the other one.',
  );
}

/** Codes alone: whoever has a passkey of this host gives that instead of a password. */
async function proveSecond(
  ctx: PoolCtx,
  { account, pool, code }: Pick<Proven, 'account' | 'pool' | 'code'>,
): Promise<SecondProof | null> {
  const { poolId } = pool;
  if (!(await pool.run((db) => holdsFactor(db, account.id)))) return null;
  if (!code) throw invalid('code', 'Give the code of the second factor of this account.');
  const guess = { kind: 'code', poolId, email: account.id } as const;
  await countGuess({ ...guess, address: ctx.call.address });
  const given = await pool.run((db) => proveByCode(db, { poolId, userId: account.id }, code));
  if (!given) throw invalid('code', 'This code is wrong or was used. Try the next one.');
  await forgetGuesses(guess);
  return given;
}

async function passwordOf(db: ControlDb, userId: string): Promise<string | null> {
  const own = and(eq(credentials.userId, userId), eq(credentials.kind, 'password'));
  const [known] = await db.select({ secret: credentials.secret }).from(credentials).where(own);
  return known?.secret ?? null;
}
