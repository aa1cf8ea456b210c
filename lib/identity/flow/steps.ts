import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { logins } from '@/db/schema/control';
import { findAuthenticator } from '../factors/factor';
import { countRecoveryCodes } from '../factors/recovery-codes';

/** What a person who proved their first factor still has to do. Any one of them is enough. */
export type Step = 'code' | 'recovery_code' | 'set_up';

export interface Entrant {
  tenantId: string;
  userId: string;
  /** The device's login, when it is signed in elsewhere in the pool. */
  loginId: string | null;
}

/** None when the person may come in; see `Step`. Rights and rules are read now. */
export async function stepsLeft(db: ControlDb, entrant: Entrant): Promise<Step[]> {
  const { userId, loginId } = entrant;
  if (loginId && (await provedTwice(db, userId, loginId))) return [];
  if (await findAuthenticator(db, userId)) {
    return (await countRecoveryCodes(db, userId)) > 0 ? ['code', 'recovery_code'] : ['code'];
  }
  const demand = await secondFactorDemand(db, entrant);
  return demand?.due ? ['set_up'] : [];
}

async function provedTwice(db: ControlDb, userId: string, loginId: string) {
  const own = and(eq(logins.id, loginId), eq(logins.userId, userId));
  const [login] = await db
    .select({ id: logins.id })
    .from(logins)
    .where(and(own, isNotNull(logins.secondFactorAt)));
  return login !== undefined;
}

/** Until when a member may stay without a second factor, and whether that is over; null if never. */
export async function secondFactorDemand(
  db: ControlDb,
  { tenantId, userId }: Pick<Entrant, 'tenantId' | 'userId'>,
): Promise<{ by: Date; due: boolean } | null> {
  const by: SQL<string | null> =
    sql`control.second_factor_by(${tenantId}::uuid, ${userId}::uuid)::text`;
  const [row] = await db.select({ by, now: sql<string>`now()::text` }).from(sql`(select 1) as one`);
  if (!row?.by) return null;
  const until = new Date(row.by);
  return { by: until, due: until <= new Date(row.now) };
}
