import { and, eq, inArray } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { stripeSubscriptions, subscriptions } from '@/db/schema/control';
import { holding } from '../held-plan';
import { chargeIn, live } from '../payment/read';
import type { Price } from '../prices';
import { monthOf } from './forecast';

interface Period {
  interval: Price['interval'];
  /** Null where every currency is estimated. */
  currency: string | null;
  from: Date;
  to: Date;
  /** What was set off for changes and comes on top, in the smallest unit of the currency. */
  pending: number;
}

/** What the next invoices are for: the period that is paid at Stripe, or calendar month and year. */
export async function periodsOf(
  { db, tenantId }: { db: ControlDb; tenantId: string },
  now: Date,
): Promise<Period[]> {
  const p = stripeSubscriptions;
  const [paid] = await db
    .select({ items: p.items, from: p.periodStart, to: p.periodEnd, pending: p.pending })
    .from(p)
    .innerJoin(
      subscriptions,
      and(eq(subscriptions.tenantId, p.tenantId), eq(subscriptions.id, p.subscriptionId)),
    )
    .where(
      and(
        eq(p.tenantId, tenantId),
        inArray(p.status, live),
        inArray(subscriptions.state, [...holding]),
      ),
    );
  if (paid?.from && paid.to) {
    const { from, to, pending } = paid;
    return [{ ...chargeIn(paid.items[0]?.key ?? ''), from, to, pending }];
  }
  const year = now.getUTCFullYear();
  const [begin, end] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))];
  return [
    { interval: 'month', currency: null, ...monthOf(now), pending: 0 },
    { interval: 'year', currency: null, from: begin, to: end, pending: 0 },
  ];
}
