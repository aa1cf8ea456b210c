import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { oneTimeTokens, signInFlows } from '@/db/schema/control';
import { spendClaimsOf } from './pool-join/claims';
import { hashToken, newToken } from './secrets';

export type OneTimeToken = typeof oneTimeTokens.$inferSelect;
export type OneTimePurpose = OneTimeToken['purpose'];

export interface NewOneTime {
  purpose: OneTimePurpose;
  poolId: string;
  /** Tenant and host (normalised, without port) that may redeem it. */
  tenantId: string;
  host: string;
  userId: string;
  /** The device's login, when a new session shall hang on it. */
  loginId?: string;
  /** Where to go afterwards: a path, as `safePath` leaves it. */
  returnPath?: string;
  /** What the redeeming browser must present; stored hashed. */
  nonce?: string;
  /** The same, where only its hash is known here. */
  nonceHash?: string;
  ttlSeconds: number;
}

/** Makes a single-use proof and answers the token itself, which is nowhere else. */
export async function mintOneTime(db: ControlDb, wanted: NewOneTime): Promise<string> {
  const { nonce, nonceHash, ttlSeconds, ...row } = wanted;
  const token = newToken();
  await db.insert(oneTimeTokens).values({
    ...row,
    tokenHash: hashToken(token),
    nonceHash: nonce === undefined ? nonceHash : hashToken(nonce),
    expiresAt: secondsFromNow(ttlSeconds),
  });
  return token;
}

export interface Presented {
  token: string;
  /** What it may be good for here. */
  purposes: OneTimePurpose[];
  /** Tenant and host that were asked. */
  tenantId: string;
  host: string;
  nonce?: string | null;
}

/**
 * Spends a token: the first of many parallel tries gets its row, the others null. Null as well when
 * it is of another purpose, tenant, host, pool or browser, too old, or unknown.
 */
export async function redeemOneTime(
  db: ControlDb,
  { token, purposes, tenantId, host, nonce }: Presented,
): Promise<OneTimeToken | null> {
  const t = oneTimeTokens;
  const ownBrowser = nonce ? eq(t.nonceHash, hashToken(nonce)) : undefined;
  const [row] = await db
    .update(t)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(t.tokenHash, hashToken(token)),
        inArray(t.purpose, purposes),
        eq(t.tenantId, tenantId),
        eq(t.host, host),
        isNull(t.usedAt),
        gt(t.expiresAt, databaseNow),
        or(isNull(t.nonceHash), ownBrowser),
      ),
    )
    .returning();
  return row ?? null;
}

/** Makes every unspent token, unfinished sign-in and claim of an account worthless, as after its password changed. */
export async function spendAllOneTime(db: ControlDb, userId: string): Promise<void> {
  await db
    .update(oneTimeTokens)
    .set({ usedAt: new Date() })
    .where(and(eq(oneTimeTokens.userId, userId), isNull(oneTimeTokens.usedAt)));
  await db
    .update(signInFlows)
    .set({ endedAt: databaseNow })
    .where(and(eq(signInFlows.userId, userId), isNull(signInFlows.endedAt)));
  await spendClaimsOf(db, userId);
}
