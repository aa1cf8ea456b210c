import { createHmac, randomInt } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { recoveryCodes } from '@/db/schema/control';
import { env } from '../../env';

const howMany = 10;
// Without letters and digits that are taken for each other.
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

export interface Owner {
  poolId: string;
  userId: string;
}

/** Makes ten new codes in place of all there are, and answers them: they are stored hashed. */
export async function renewRecoveryCodes(
  db: ControlDb,
  { poolId, userId }: Owner,
): Promise<string[]> {
  const owner = { poolId, userId };
  const codes = Array.from({ length: howMany }, newCode);
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ ...owner, codeHash: hashOf(owner, code) })));
  return codes;
}

/** Spends a code; false when there is none such that is left. */
export async function spendRecoveryCode(
  db: ControlDb,
  owner: Owner,
  code: string,
): Promise<boolean> {
  const c = recoveryCodes;
  const own = and(eq(c.userId, owner.userId), eq(c.codeHash, hashOf(owner, code)));
  const spent = await db
    .update(c)
    .set({ usedAt: new Date() })
    .where(and(own, isNull(c.usedAt)))
    .returning({ id: c.id });
  return spent.length > 0;
}

/** Codes that are not used yet. */
export async function countRecoveryCodes(db: ControlDb, userId: string): Promise<number> {
  const [left] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return left?.count ?? 0;
}

function newCode(): string {
  const text = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

// Keyed, since a code is short enough to be tried against a stolen table.
const hashOf = ({ poolId, userId }: Owner, code: string) =>
  createHmac('sha256', env().ROWHOUSE_SECRET)
    .update(`recovery:${poolId}:${userId}:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
    .digest('hex');
