import { eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { controlCounters, seatLimits } from '@/db/schema/control';
import { AppError } from '../errors';

/** Counter of members, changed in the transaction that changes them. */
const counter = 'members';

/** Most members the tenant in scope may have; null for no limit. The one place that says so. */
export async function seatLimitOf(db: ControlDb): Promise<number | null> {
  const [found] = await db.select({ seats: seatLimits.seats }).from(seatLimits);
  return found?.seats ?? null;
}

/** How many seats are taken: every member has one, suspended ones and guests as well. */
export async function seatsTaken(db: ControlDb): Promise<number> {
  const [found] = await db
    .select({ value: controlCounters.value })
    .from(controlCounters)
    .where(eq(controlCounters.name, counter));
  return found?.value ?? 0;
}

/** Whether nobody else can become a member. */
export async function isFull(db: ControlDb): Promise<boolean> {
  const limit = await seatLimitOf(db);
  return limit !== null && (await seatsTaken(db)) >= limit;
}

/** Takes a seat, or throws `limit`. Whoever comes at the same time waits for this transaction. */
export async function takeSeat(db: ControlDb): Promise<void> {
  const limit = await seatLimitOf(db);
  const [taken] = await db
    .insert(controlCounters)
    .values({ name: counter, value: 1 })
    .onConflictDoUpdate({
      target: [controlCounters.tenantId, controlCounters.name],
      set: { value: sql`${controlCounters.value} + 1` },
      setWhere: limit === null ? undefined : sql`${controlCounters.value} < ${limit}`,
    })
    .returning({ value: controlCounters.value });
  if (!taken) throw new AppError('limit', noSeat);
}

const noSeat =
  'Every seat of this workspace is taken. Ask an admin to free one: your link goes on working.';

/** Frees the seat of somebody who left. */
export async function freeSeat(db: ControlDb): Promise<void> {
  await db
    .update(controlCounters)
    .set({ value: sql`greatest(0, ${controlCounters.value} - 1)` })
    .where(eq(controlCounters.name, counter));
}
