import { and, desc, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { stripeEvents } from '@/db/schema/control';
import type { PlatformCtx } from '../../doors/ctx';

const kinds = ['credit_note.created', 'charge.refunded'] as const;

const Stray = z.strictObject({
  /** Of the event at Stripe. */
  id: z.string(),
  type: z.enum(kinds),
  /** Who it was at Stripe. */
  customer: z.string(),
  at: z.coerce.date(),
});
export type Stray = z.output<typeof Stray>;

export const StrayRefunds = z.strictObject({ refunds: z.array(Stray) });

const mostShown = 100;

/** Refunds of customers who are no tenant by now, of the last 90 days, newest first; a hundred at most. */
export async function listStrayRefunds({ db }: PlatformCtx): Promise<z.input<typeof StrayRefunds>> {
  const { id, type, customer, at, heardAt } = stripeEvents;
  const found = await db
    .select({ id, type, customer, at })
    .from(stripeEvents)
    .where(and(isNull(heardAt), inArray(type, [...kinds])))
    .orderBy(desc(at), desc(id))
    .limit(mostShown);
  return { refunds: found.map((one) => ({ ...one, type: one.type as Stray['type'] })) };
}
