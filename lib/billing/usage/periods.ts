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
}

/** What the next invoices are for: the period that is paid at Stripe, or calendar month and year. */
export async function periodsOf(
  { db, tenantId }: { db: ControlDb; tenantId: string },
  now: Date,
): Promise<Period[]> {
  const p = stripeSubscriptions;
  const [paid] = await db
    .select({ items: p.items, from: p.periodStart, to: p.periodEnd })
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
    const { from, to } = paid;
    return [{ ...chargeIn(paid.items[0]?.key ?? ''), from, to }];
  }
  const year = now.getUTCFullYear();
  const [begin, end] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))];
  return [
    { interval: 'month', currency: null, ...monthOf(now) },
    { interval: 'year', currency: null, from: begin, to: end },
  ];
}
