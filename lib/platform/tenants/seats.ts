import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { seatLimits, tenants } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';
import { notFound } from '../../errors';
import { TenantWithReason } from './lifecycle';
import { tellTenant } from './tell-tenant';

const whole = 'Enter a whole number.';

export const SeatLimit = TenantWithReason.extend({
  /** Most members; null for no limit. Fewer than there are lets nobody else in and removes nobody. */
  seats: z
    .number(whole)
    .int(whole)
    .min(1, 'At least 1.')
    .max(1_000_000, 'At most 1,000,000.')
    .nullable(),
});

export const SeatLimitSet = z.strictObject({ id: z.uuid(), seats: z.number().int().nullable() });

/** Says how many members a tenant may have. It counts from the next who wants in. Throws `not_found`. */
export async function limitSeats(
  ctx: PlatformCtx,
  { id, seats, reason }: z.output<typeof SeatLimit>,
): Promise<z.input<typeof SeatLimitSet>> {
  const { db } = ctx;
  // Two of the staff wait for each other, so that each says what it changed from.
  const [tenant] = await db
    .select({ id: tenants.id })
    .from(tenants)
    .where(eq(tenants.id, id))
    .for('no key update');
  if (!tenant) throw notFound('This tenant');
  const [before] = await db
    .select({ seats: seatLimits.seats })
    .from(seatLimits)
    .where(eq(seatLimits.tenantId, id));
  if (seats === null) await db.delete(seatLimits).where(eq(seatLimits.tenantId, id));
  else {
    await db
      .insert(seatLimits)
      .values({ tenantId: id, seats })
      .onConflictDoUpdate({ target: seatLimits.tenantId, set: { seats } });
  }
  const detail = { from: before?.seats ?? null, to: seats };
  await tellTenant(ctx, { id, procedure: 'tenants.limitSeats', detail: { ...detail, reason } });
  ctx.about('tenant', id, detail);
  return { id, seats };
}
