import { and, eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { credentials } from '@/db/schema/control';
import { AppError } from '../../errors';

/**
 * Refuses to leave an account with a password that cannot stand alone. Ask after its last second
 * factor was taken away, in the same transaction. Throws `precondition`.
 */
export async function refuseLonelyPassword(db: ControlDb, userId: string): Promise<void> {
  const own = and(eq(credentials.userId, userId), eq(credentials.besideFactor, true));
  const [lonely] = await db.select({ id: credentials.id }).from(credentials).where(own);
  if (lonely) {
    throw new AppError(
      'precondition',
      'Your password is good enough beside a second factor only. Choose a stronger one first.',
    );
  }
}
