import { gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { databaseNow } from '@/db/clock';
import { stripeUsageDays } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

/** How many days of meters will be compared. */
export const Comparing = z.strictObject({ days: z.number().int() });

/**
 * Has all days that could still be mended compared with what Stripe knows. The operator does it within
 * minutes; what differs is mended once it did so twice, an hour apart. Safe to repeat.
 */
export async function compareNow({ db, about }: PlatformCtx): Promise<z.input<typeof Comparing>> {
  const due = await db
    .update(stripeUsageDays)
    .set({ nextAt: databaseNow })
    .where(gt(stripeUsageDays.day, sql`(now() - interval '35 days')::date`))
    .returning({ id: stripeUsageDays.id });
  about('usage', null, { days: due.length });
  return { days: due.length };
}
