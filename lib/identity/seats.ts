import { eq, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { controlCounters } from '@/db/schema/control';
import { type Allowance, allowanceOf } from '../billing/entitlements';
import { findEntitled } from '../billing/held-plan';
import { AppError } from '../errors';

/** Counter of members, changed in the transaction that changes them. */
const counter = 'members';

/** How many members the tenant in scope may have, and by whose word. The one place that says so. */
const seatsAllowed = async (db: ControlDb): Promise<Allowance> =>
  allowanceOf('members', await findEntitled(db));

/** Most members that are let in; null for any number. */
export async function seatLimitOf(db: ControlDb): Promise<number | null> {
  const { max, kind } = await seatsAllowed(db);
  return kind === 'hard' ? max : null;
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
  const allowed = await seatsAllowed(db);
  const limit = allowed.kind === 'hard' ? allowed.max : null;
  const [taken] = await db
    .insert(controlCounters)
    .values({ name: counter, value: 1 })
    .onConflictDoUpdate({
      target: [controlCounters.tenantId, controlCounters.name],
      set: { value: sql`${controlCounters.value} + 1` },
      setWhere: limit === null ? undefined : sql`${controlCounters.value} < ${limit}`,
    })
    .returning({ value: controlCounters.value });
  if (taken && limit !== 0) return;
  // Whoever comes in by a link reads nothing of the plan.
  throw new AppError('limit', noSeat);
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
