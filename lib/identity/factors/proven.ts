import { and, eq, isNull } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { logins, sessions } from '@/db/schema/control';
import type { SessionFacts } from '../../doors/facts';

/**
 * No session of an account is fresh any more: what was proven by a password alone stops counting once
 * there is more to prove. `markProven` makes the one fresh again that set it up.
 */
export async function wantNewProofs(db: ControlDb, userId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ provenAt: new Date(0) })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}

/** Who set a factor up has just been verified by it: their device and session have proven it. */
export async function markProven(
  db: ControlDb,
  { id, loginId }: Pick<SessionFacts, 'id' | 'loginId'>,
  secondFactor: 'totp' | 'passkey',
): Promise<void> {
  const proven = { secondFactor, secondFactorAt: databaseNow };
  await db.update(logins).set(proven).where(eq(logins.id, loginId));
  await db.update(sessions).set({ provenAt: databaseNow }).where(eq(sessions.id, id));
}
