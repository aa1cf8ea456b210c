import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { passkeys, users } from '@/db/schema/control';

const p = passkeys;

export type Passkey = typeof passkeys.$inferSelect;

/** Most that one account may have, over all hosts. */
export const mostPasskeys = 20;

/** Every passkey of an account, on whichever host of the pool, the oldest first. */
export const listPasskeys = (db: ControlDb, userId: string): Promise<Passkey[]> =>
  db.select().from(p).where(eq(p.userId, userId)).orderBy(asc(p.createdAt), asc(p.id));

/** Those that open something on a host: shut ones open nothing. */
export const listOpenAt = (db: ControlDb, userId: string, host: string): Promise<Passkey[]> =>
  db
    .select()
    .from(p)
    .where(and(eq(p.userId, userId), eq(p.host, host), isNull(p.suspectedAt)));

/** The passkey that a device calls so, on this host. */
export async function findPasskey(
  db: ControlDb,
  host: string,
  credentialId: string,
): Promise<Passkey | null> {
  const [found] = await db
    .select()
    .from(p)
    .where(and(eq(p.host, host), eq(p.credentialId, credentialId)));
  return found ?? null;
}

/** Whether it opens something still, and until this transaction ends. */
export async function holdPasskey(db: ControlDb, id: string): Promise<boolean> {
  const held = await db
    .select({ id: p.id })
    .from(p)
    .where(and(eq(p.id, id), isNull(p.suspectedAt)))
    .for('share');
  return held.length > 0;
}

/**
 * Whether an account has a passkey anywhere in the pool, shut ones among them: whoever has one is asked
 * for a second proof wherever they sign in by one.
 */
export const holdsPasskey = async (db: ControlDb, userId: string): Promise<boolean> =>
  (await countPasskeys(db, userId)) > 0;

export async function countPasskeys(db: ControlDb, userId: string): Promise<number> {
  const [held] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(p)
    .where(eq(p.userId, userId));
  return held?.count ?? 0;
}

/** Changes of what an account proves itself with take turns, from here to the end of the transaction. */
export async function lockAccount(db: ControlDb, userId: string): Promise<void> {
  await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
}
