import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { credentials } from '@/db/schema/control';
import type { PoolCtx } from '../doors/ctx';
import { AppError, invalid } from '../errors';
import type { Account, NewAccount } from './accounts';
import { countGuess, forgetGuesses } from './guesses';
import { methodsOf } from './methods/methods';
import { mintOneTime } from './one-time';
import { checkPassword, hashPassword } from './passwords/hashing';
import { refuseWeak } from './passwords/rule';

/** What somebody says of themselves who comes in by a mailed link. */
export interface Introduction {
  /** Of a new account. */
  name?: string | undefined;
  /** Of a new account the one being chosen, of an existing one the present one. */
  password?: string | undefined;
}

/** Time a browser gets to trade the ticket for its cookie. */
const ttlSeconds = 60;

/** Refuses with `forbidden` whoever is signed in here as another than the one who is meant. */
export function refuseOther({ caller }: PoolCtx, account: Account | null, words: string): void {
  if (!caller.user || caller.user.id === account?.id) return;
  throw new AppError('forbidden', words);
}

/** A new account as it is to be made. Throws `invalid` on `name` and `password`. */
export async function prepareAccount(
  ctx: PoolCtx,
  email: string,
  { name, password }: Introduction,
): Promise<NewAccount> {
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

/**
 * Has the password of an account proven. It says whose the account is, not how to sign in: so it does
 * where passwords open no session. Throws `invalid` on `password`, `limit`.
 */
export async function proveAccount(ctx: PoolCtx, account: Account, password = ''): Promise<void> {
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

/** A ticket with which the browser that asks signs in. */
export const ticketFor = (ctx: PoolCtx, db: ControlDb, { id: userId }: Account): Promise<string> =>
  mintOneTime(db, {
    purpose: 'arrival',
    poolId: ctx.tenant.poolId,
    tenantId: ctx.tenant.id,
    host: ctx.caller.host.host,
    userId,
    ttlSeconds,
  });
