import { and, eq, gt, isNull } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import { type challengePurposes, passkeyChallenges } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { hashToken, newToken } from '../secrets';

const c = passkeyChallenges;
const secondsOpen = 5 * 60;

/** How long a device may take, in milliseconds. */
export const timeoutMs = secondsOpen * 1000;

/** What a device is asked to sign for. */
export interface Ceremony {
  purpose: (typeof challengePurposes)[number];
  /** What only the browser that asks has: a cookie, its unfinished sign-in, or its session. */
  browser: string;
  /** Who is asked; null where anybody may answer. */
  userId: string | null;
}

const boundTo = ({ tenant, caller }: PoolCtx, { purpose, browser }: Ceremony) => ({
  poolId: tenant.poolId,
  tenantId: tenant.id,
  host: caller.host.host,
  purpose,
  browserHash: hashToken(browser),
});

/** Makes a challenge that is kept as a hash alone. */
export async function mintChallenge(
  ctx: PoolCtx,
  ceremony: Ceremony,
): Promise<Uint8Array<ArrayBuffer>> {
  const token = newToken();
  await ctx.db.insert(c).values({
    ...boundTo(ctx, ceremony),
    userId: ceremony.userId,
    challengeHash: hashToken(token),
    expiresAt: secondsFromNow(secondsOpen),
  });
  return new Uint8Array(Buffer.from(token, 'base64url'));
}

/**
 * Spends it, whatever the answer to it is worth: of many parallel tries one gets through. Answers when
 * it was asked, null when it was not.
 */
export async function spendChallenge(
  ctx: PoolCtx,
  ceremony: Ceremony,
  challenge: string,
): Promise<Date | null> {
  const { poolId, tenantId, host, purpose, browserHash } = boundTo(ctx, ceremony);
  const { userId } = ceremony;
  const spent = await ctx.db
    .update(c)
    .set({ usedAt: databaseNow })
    .where(
      and(
        eq(c.challengeHash, hashToken(challenge)),
        ...[eq(c.poolId, poolId), eq(c.tenantId, tenantId), eq(c.host, host)],
        ...[eq(c.purpose, purpose), eq(c.browserHash, browserHash)],
        userId === null ? isNull(c.userId) : eq(c.userId, userId),
        isNull(c.usedAt),
        gt(c.expiresAt, databaseNow),
      ),
    )
    .returning({ askedAt: c.createdAt });
  return spent[0]?.askedAt ?? null;
}
