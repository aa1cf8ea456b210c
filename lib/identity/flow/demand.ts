import { type SQL, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';

/** Until when a member may stay without a second factor, and whether that is over; null if never. */
export async function secondFactorDemand(
  db: ControlDb,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<{ by: Date; due: boolean } | null> {
  const by: SQL<string | null> =
    sql`control.second_factor_by(${tenantId}::uuid, ${userId}::uuid)::text`;
  const [row] = await db.select({ by, now: sql<string>`now()::text` }).from(sql`(select 1) as one`);
  if (!row?.by) return null;
  const until = new Date(row.by);
  return { by: until, due: until <= new Date(row.now) };
}
