import { createHash } from 'node:crypto';

const dayMs = 86_400_000;

/** Minute of the day (UTC) of a tenant's daily backup: its own, so that not all come at once. */
const dailyMinute = (tenantId: string): number =>
  createHash('sha256').update(tenantId).digest().readUInt32BE(0) % 1440;

/** When the daily backup of a tenant is due after a moment. */
export function nextDailyAt(tenantId: string, after: Date): Date {
  const midnight = Math.floor(after.getTime() / dayMs) * dayMs;
  const today = midnight + dailyMinute(tenantId) * 60_000;
  return new Date(today > after.getTime() ? today : today + dayMs);
}
