import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { databaseNow, secondsFromNow } from '@/db/clock';
import type { ControlDb } from '@/db/control';
import { joinRequests } from '@/db/schema/control';
import { emailKey } from '../email';
import { hashToken, newToken } from '../secrets';

const r = joinRequests;

export type JoinRequest = typeof r.$inferSelect;

export const minutesOpen = 30;

/** Where a link may be used: on the host of the tenant in scope that it was made for. */
interface Presented {
  token: string;
  host: string;
}

/** Keeps that an address wants to join; answers the token of its link, which is nowhere else. */
export async function mintJoinRequest(
  db: ControlDb,
  { email, host }: { email: string; host: string },
): Promise<string> {
  const token = newToken();
  await db.insert(r).values({
    ...{ host, email: email.trim(), emailKey: emailKey(email) },
    tokenHash: hashToken(token),
    expiresAt: secondsFromNow(minutesOpen * 60),
  });
  return token;
}

/** The request behind a link; null where it was used, is too old, of another host, or unknown. */
export async function findJoinRequest(db: ControlDb, at: Presented): Promise<JoinRequest | null> {
  const [found] = await db.select().from(r).where(usable(at));
  return found ?? null;
}

/** Spends it, and with it every other link of that address: of many parallel tries one gets the row. */
export async function spendJoinRequest(db: ControlDb, at: Presented): Promise<JoinRequest | null> {
  const asked = await findJoinRequest(db, at);
  if (!asked) return null;
  // In one order, so that two links of one address do not wait for each other.
  await db
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.emailKey, asked.emailKey), isNull(r.usedAt)))
    .orderBy(asc(r.id))
    .for('update');
  const [spent] = await db.update(r).set({ usedAt: databaseNow }).where(usable(at)).returning();
  if (!spent) return null;
  await db
    .update(r)
    .set({ usedAt: databaseNow })
    .where(and(eq(r.emailKey, spent.emailKey), isNull(r.usedAt)));
  return spent;
}

/** Whether an address was mailed a link that works still. */
export async function wantsToJoin(db: ControlDb, email: string): Promise<boolean> {
  const open = await db
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.emailKey, emailKey(email)), ...unspent()))
    .limit(1);
  return open.length > 0;
}

const usable = ({ token, host }: Presented) =>
  and(eq(r.tokenHash, hashToken(token)), eq(r.host, host), ...unspent());

const unspent = () => [isNull(r.usedAt), gt(r.expiresAt, databaseNow)];
