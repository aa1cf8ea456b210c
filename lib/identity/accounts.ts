import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { credentials, users } from '@/db/schema/control';
import { AppError } from '../errors';
import { emailKey } from './email';

export interface NewAccount {
  poolId: string;
  email: string;
  name: string;
  /** From `hashPassword`; absent for somebody who will choose a password later. */
  passwordHash?: string;
}

export type Account = typeof users.$inferSelect;

/** The account of an address in its pool, if there is one. `db` must be in the pool's scope. */
export async function findAccount(
  db: ControlDb,
  poolId: string,
  email: string,
): Promise<Account | null> {
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.poolId, poolId), eq(users.emailKey, emailKey(email))));
  return user ?? null;
}

/**
 * Makes an account in a pool. Its address counts as unverified until a mailed link is followed.
 * Throws `conflict` on `email` when the pool has it already.
 */
export async function createAccount(db: ControlDb, account: NewAccount): Promise<Account> {
  const { poolId, email, name, passwordHash } = account;
  const [user] = await db
    .insert(users)
    .values({ poolId, email: email.trim(), emailKey: emailKey(email), name: name.trim() })
    .onConflictDoNothing({ target: [users.poolId, users.emailKey] })
    .returning();
  if (!user) {
    const taken = 'There is an account with this address already.';
    throw new AppError('conflict', taken, { fields: { email: taken } });
  }
  // Nobody has a second factor before they have an account.
  if (passwordHash) await setPassword(db, user, { secret: passwordHash, besideFactor: false });
  return user;
}

/** A password that was judged good enough, hashed. */
export interface ChosenPassword {
  /** From `hashPassword`. */
  secret: string;
  /** Good enough beside a second factor only. */
  besideFactor: boolean;
}

/** Gives an account this password, whether or not it had one. */
export async function setPassword(
  db: ControlDb,
  { poolId, id }: Pick<Account, 'poolId' | 'id'>,
  chosen: ChosenPassword,
): Promise<void> {
  const secret = { ...chosen, changedAt: new Date() };
  await db
    .insert(credentials)
    .values({ poolId, userId: id, kind: 'password', ...secret })
    .onConflictDoUpdate({
      target: [credentials.poolId, credentials.userId, credentials.kind],
      set: secret,
    });
}

/** Records that a mailed link reached the account's address. */
export async function markVerified(db: ControlDb, userId: string): Promise<void> {
  await db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, userId));
}
