import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { databaseNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { logins, securityPolicies, sessions, users } from '@/db/schema/control';
import { AppError } from '../../errors';

const s = sessions;

/**
 * Makes room for one more session of a user, where the tenant allows only so many: ends the oldest or
 * the least used, or throws `limit`. Sign-ins of one user wait for each other.
 */
export async function makeRoom(
  db: ControlDb,
  { userId, tenantId }: { userId: string; tenantId: string },
): Promise<void> {
  const [policy] = await db
    .select({ max: securityPolicies.maxSessions, whenFull: securityPolicies.whenFull })
    .from(securityPolicies);
  if (!policy?.max) return;
  await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  const open = await db
    .select({ id: s.id })
    .from(s)
    .innerJoin(logins, and(eq(logins.poolId, s.poolId), eq(logins.id, s.loginId)))
    .where(and(eq(s.userId, userId), eq(s.tenantId, tenantId), alive))
    .orderBy(asc(policy.whenFull === 'end_least_used' ? s.lastSeenAt : s.createdAt));
  const tooMany = open.slice(0, Math.max(0, open.length - policy.max + 1)).map(({ id }) => id);
  if (tooMany.length === 0) return;
  if (policy.whenFull === 'refuse') throw full(policy.max);
  await db.update(s).set({ revokedAt: databaseNow }).where(inArray(s.id, tooMany));
}

/** Neither ended, here or with its login, nor too old nor unused for too long. */
export const alive = and(
  isNull(s.revokedAt),
  isNull(logins.revokedAt),
  gt(s.expiresAt, databaseNow),
  gt(sql`${s.lastSeenAt} + make_interval(secs => ${s.idleSeconds})`, databaseNow),
);

const full = (max: number) =>
  new AppError(
    'limit',
    `You are signed in ${max} times here, which is the most this workspace allows. Sign out somewhere first.`,
  );
