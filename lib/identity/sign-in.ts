import { and, eq } from 'drizzle-orm';
import { credentials, memberships, users } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { AppError } from '../errors';
import { type Account, markVerified, setPassword } from './accounts';
import { emailKey } from './email';
import { countGuess, forgetGuesses } from './guesses';
import { findActiveMembership } from './memberships';
import { type OneTimeToken, redeemOneTime } from './one-time';
import { checkPassword, hashPassword, isOutdated } from './passwords';
import { endSession, type NewSession, type OpenedSession, openSession } from './sessions';

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
  const passwordHash = await hashPassword(password);
  await ctx.transact((db) => setPassword(db, user, passwordHash));
}

/** Signs a proven member in where they ask, and says so in the audit trail. */
export async function startSession(
  ctx: PoolCtx,
  userId: string,
  how: Pick<NewSession, 'kind' | 'method' | 'loginId'>,
): Promise<OpenedSession> {
  ctx.about('user', userId, { method: how.method, kind: how.kind });
  return await ctx.transact((db) => open(ctx, db, { ...presence(ctx), ...how, userId }));
}

/** Opens a session in place of the one this browser came with. */
async function open(ctx: PoolCtx, db: PoolCtx['db'], wanted: NewSession) {
  const { session } = ctx.caller;
  if (session?.kind === 'browser' && wanted.kind === 'browser') await endSession(db, session.id);
  return await openSession(db, wanted);
}

const presence = ({ tenant, caller, call }: PoolCtx) => ({
  poolId: tenant.poolId,
  tenantId: tenant.id,
  host: caller.host.host,
  device: call.device,
  address: call.address,
});

/**
 * Spends a link or ticket and signs its member in, in one transaction. Throws `unauthenticated` for
 * one that is used, old, of another host or browser, or whose member may not come in.
 */
export async function startWithTicket(
  ctx: PoolCtx,
  { ticket, nonce }: { ticket: string; nonce: string | null },
): Promise<OpenedSession & { returnPath: string }> {
  return await ctx.transact(async (db) => {
    const row = await redeemOneTime(db, {
      token: ticket,
      purposes: ['magic_link', 'arrival', 'hand_off'],
      tenantId: ctx.tenant.id,
      host: ctx.caller.host.host,
      nonce,
    });
    if (!row || !(await mayEnter(db, row))) throw worthless();
    if (row.purpose === 'magic_link') await markVerified(db, row.userId);
    ctx.about('user', row.userId, { method: row.purpose, kind: 'browser' });
    const { userId, loginId, purpose: method, returnPath } = row;
    const wanted = { ...presence(ctx), userId, loginId, method, kind: 'browser' } as const;
    return { ...(await open(ctx, db, wanted)), returnPath };
  });
}

async function mayEnter(db: PoolCtx['db'], { userId }: OneTimeToken) {
  const [user] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.state, 'active')));
  return user !== undefined && (await findActiveMembership(db, userId)) !== null;
}

const worthless = () =>
  new AppError('unauthenticated', 'This link was used already or is too old. Ask for a new one.');
