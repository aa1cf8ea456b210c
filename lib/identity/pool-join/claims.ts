import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { poolClaims } from '@/db/schema/control';
import type { PoolCtx } from '../../doors/ctx';
import { AppError } from '../../errors';
import { hashToken, newToken } from '../secrets';

const c = poolClaims;
const minutesOpen = 30;

export type Claim = typeof poolClaims.$inferSelect;
export type Side = NonNullable<Claim['mailSide']>;

export interface NewClaim {
  joinId: string;
  purpose: Claim['purpose'];
  formerUserId?: string;
  formerState?: string;
}

/** Begins to gather both proofs in this browser; answers the token, which is nowhere else. */
export async function beginClaim(
  { caller }: PoolCtx,
  db: ControlDb,
  claim: NewClaim,
): Promise<{ claim: string; expiresAt: Date }> {
  // Its links lead to the host on which it was begun, and that is one for browsers.
  if (caller.host.zone !== 'tenant') {
    throw new AppError('precondition', 'Begin this at the address of the workspace, in a browser.');
  }
  const token = newToken();
  const [begun] = await db
    .insert(c)
    .values({
      ...claim,
      host: caller.host.host,
      tokenHash: hashToken(token),
      expiresAt: secondsFromNow(minutesOpen * 60),
    })
    .returning({ expiresAt: c.expiresAt });
  if (!begun) throw new Error('A claim was not written.');
  return { claim: token, ...begun };
}

/** What was gathered with a token on the host that was asked. Throws `unauthenticated` when it is over. */
export async function openClaim(ctx: PoolCtx, token: string): Promise<Claim> {
  const [claim] = await ctx.db.select().from(c).where(alive(ctx, token));
  if (!claim) throw over();
  return claim;
}

/**
 * Refuses a side whose turn it is not: strangers to the workspace learn nothing here of accounts in the
 * shared pool. Throws `precondition`.
 */
export function wantTurn({ purpose, formerUserId }: Claim, side: Side): void {
  if (purpose === 'begin' && side === 'former') {
    throw new AppError('precondition', 'You proved this account when you agreed.');
  }
  if (side === 'new' && !formerUserId) {
    throw new AppError('precondition', 'Prove your former account first.');
  }
}

/** Notes what was proven. Throws `unauthenticated` when it is over. */
export async function noteInClaim(
  ctx: PoolCtx,
  db: ControlDb,
  { token, ...proven }: { token: string } & Partial<typeof poolClaims.$inferInsert>,
): Promise<void> {
  const noted = await db.update(c).set(proven).where(alive(ctx, token)).returning({ id: c.id });
  if (noted.length === 0) throw over();
}

/** Spends it: of many parallel tries one gets through. Throws `unauthenticated`. */
export async function spendClaim(ctx: PoolCtx, db: ControlDb, token: string): Promise<Claim> {
  const [claim] = await db
    .update(c)
    .set({ usedAt: databaseNow })
    .where(alive(ctx, token))
    .returning();
  if (!claim) throw over();
  return claim;
}

/** Spends the link of a claim, once. Throws `unauthenticated`. */
export async function spendLink(
  ctx: PoolCtx,
  db: ControlDb,
  { token, link }: { token: string; link: string },
): Promise<void> {
  const spent = await db
    .update(c)
    .set({ mailHash: null })
    .where(and(alive(ctx, token), eq(c.mailHash, hashToken(link))))
    .returning({ id: c.id });
  if (spent.length === 0) throw worthless();
}

/**
 * What can prove an account now, summed up; null where it is not active. Asked before the proof, so
 * that whatever changes meanwhile shows.
 */
export async function proofsOf(db: ControlDb, userId: string): Promise<string | null> {
  const [found] = await db
    .select({ state: sql<string | null>`control.proofs_of(${userId}::uuid)` })
    .from(sql`(select 1) as one`);
  return found?.state ?? null;
}

/** Ends what was proven of an account, and links on their way to it, wherever it comes over. */
export async function spendClaimsOf(db: ControlDb, userId: string): Promise<void> {
  await db
    .select({ done: sql`control.spend_claims(${userId}::uuid)` })
    .from(sql`(select 1) as one`);
}

const alive = ({ caller }: PoolCtx, token: string) =>
  and(
    eq(c.tokenHash, hashToken(token)),
    eq(c.host, caller.host.host),
    isNull(c.usedAt),
    gt(c.expiresAt, databaseNow),
  );

const over = () => new AppError('unauthenticated', 'This took too long. Begin again.');

export const worthless = () =>
  new AppError(
    'unauthenticated',
    'This link was used already, is too old, or was asked for in another browser.',
  );
