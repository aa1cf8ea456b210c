import { and, eq } from 'drizzle-orm';
import { credentials, memberships, users } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { AppError } from '../errors';
import { type Account, markVerified } from './accounts';
import { emailKey } from './email';
import { proveByCode } from './factors/factor';
import { type Entrance, letIn, mayEnter, open } from './flow/let-in';
import { stepsLeft } from './flow/steps';
import { countGuess, forgetGuesses } from './guesses';
import { wantMethod } from './methods/methods';
import { wantMethodOfLogin } from './methods/of-login';
import { wantMethodNow } from './methods/rescue';
import { redeemOneTime } from './one-time';
import { checkPassword, hashPassword, isOutdated } from './passwords/hashing';
import type { OpenedSession } from './sessions';

/** A stranger, a wrong password, a locked account and somebody who is no member get these words. */
const refused = () => new AppError('unauthenticated', 'E-mail or password is wrong.');

/**
 * The member whose e-mail and password these are, on the tenant that was asked. Throws
 * `unauthenticated` in one form for every reason, after equal work, and `limit` after ten tries.
 */
export async function proveByPassword(
  ctx: PoolCtx,
  { email, password }: { email: string; password: string },
): Promise<Account> {
  wantMethod(ctx, 'password');
  const guess = { kind: 'password', poolId: ctx.tenant.poolId, email } as const;
  await countGuess({ ...guess, address: ctx.call.address });
  const [found] = await ctx.db
    .select({ user: users, secret: credentials.secret, membership: memberships.state })
    .from(users)
    .leftJoin(
      credentials,
      and(
        eq(credentials.poolId, users.poolId),
        eq(credentials.userId, users.id),
        eq(credentials.kind, 'password'),
      ),
    )
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(users.poolId, guess.poolId), eq(users.emailKey, emailKey(email))));
  const right = await checkPassword(found?.secret ?? null, password);
  if (!right || found?.user.state !== 'active' || found.membership !== 'active') throw refused();
  await forgetGuesses(guess);
  if (found.secret && isOutdated(found.secret)) await rehash(ctx, found.user, password);
  return found.user;
}

async function rehash(ctx: PoolCtx, user: Account, password: string) {
  const secret = await hashPassword(password);
  const own = and(eq(credentials.userId, user.id), eq(credentials.kind, 'password'));
  await ctx.transact((db) => db.update(credentials).set({ secret }).where(own));
}

/** Signs a browser in whose member proved their password, as far as that goes. */
export async function enterWithPassword(ctx: PoolCtx, userId: string): Promise<Entrance> {
  const proven = { userId, method: 'password', loginId: null, returnPath: '/' };
  return await ctx.transact((db) => letIn(ctx, db, proven));
}

/**
 * Signs an API client in whose member proved their password. Throws `unauthenticated` on `otp` when a
 * code is asked for and none or a wrong one was given, `precondition` for who must set one up first.
 */
export async function startApiSession(
  ctx: PoolCtx,
  { id: userId, poolId }: Account,
  otp: string | undefined,
): Promise<OpenedSession> {
  const guess = { kind: 'code', poolId, email: userId } as const;
  if (otp !== undefined) await countGuess({ ...guess, address: ctx.call.address });
  const opened = await ctx.transact(async (db) => {
    const how = { userId, method: 'password', kind: 'api', loginId: null } as const;
    const nowhere = { loginId: null, passkeyHost: null };
    const steps = await stepsLeft(db, { tenantId: ctx.tenant.id, userId, ...nowhere });
    if (steps.length === 0) return await open(ctx, db, how);
    if (steps.includes('set_up')) throw noFactorYet();
    if (!steps.includes('code') && !steps.includes('recovery_code')) throw noCode();
    const secondFactor = otp ? await proveByCode(db, { poolId, userId }, otp) : null;
    if (!secondFactor) throw wantsCode(otp);
    return await open(ctx, db, { ...how, secondFactor });
  });
  if (otp !== undefined) await forgetGuesses(guess);
  return opened;
}

const noFactorYet = () =>
  new AppError(
    'precondition',
    'This workspace asks for a second factor. Sign in with a browser once to set it up.',
  );

const noCode = () =>
  new AppError(
    'precondition',
    'Your second factor is a passkey, which a browser has to ask for. Use an API token instead.',
  );

function wantsCode(otp: string | undefined) {
  const words = otp
    ? 'This code is wrong or was used. Try the next one.'
    : 'Give the code of your second factor.';
  return new AppError('unauthenticated', words, { fields: { otp: words } });
}

/**
 * Spends a link or ticket and signs its member in as far as that goes, in one transaction. Throws
 * `unauthenticated` for one that is used, old, of another host or browser, or whose member may not
 * come in, `precondition` where that way in is switched off.
 */
export async function enterWithTicket(
  ctx: PoolCtx,
  { ticket, nonce }: { ticket: string; nonce: string | null },
): Promise<Entrance> {
  return await ctx.transact(async (db) => {
    const row = await redeemOneTime(db, {
      token: ticket,
      purposes: ['magic_link', 'arrival', 'hand_off'],
      tenantId: ctx.tenant.id,
      host: ctx.caller.host.host,
      nonce,
    });
    if (!row || !(await mayEnter(db, row.userId))) throw worthless();
    const { userId, loginId, purpose: method, returnPath } = row;
    await wantMethodNow(ctx, method);
    if (loginId && method === 'hand_off') await wantMethodOfLogin(ctx, db, loginId);
    if (method === 'magic_link') await markVerified(db, userId);
    return await letIn(ctx, db, { userId, loginId, method, returnPath });
  });
}

const worthless = () =>
  new AppError('unauthenticated', 'This link was used already or is too old. Ask for a new one.');
