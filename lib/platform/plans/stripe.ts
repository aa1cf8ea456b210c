import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { stripePlans } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

/** How many versions Stripe will be told of. */
export const Telling = z.strictObject({ versions: z.number().int() });

/**
 * Has Stripe told of every version with prices once more: what is missing there is made, what was
 * changed there is mended. The operator does it within seconds. Safe to repeat.
 */
export async function tellStripe({ db, about }: PlatformCtx): Promise<z.input<typeof Telling>> {
  const due = await db
    .update(stripePlans)
    .set({ nextAt: sql`now()`, tries: 0 })
    .returning({ version: stripePlans.version });
  about('plan', null, { versions: due.length });
  return { versions: due.length };
}
