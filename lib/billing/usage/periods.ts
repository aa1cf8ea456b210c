import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { stripeSubscriptions, subscriptionChanges, subscriptions } from '@/db/schema/control';
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
  /** Since when use is charged by the prices that hold now; what was used before was set off. */
  countedFrom: Date;
  /** What was set off for changes and comes on top, in the smallest unit of the currency. */
  pending: number;
}

/** What the next invoices are for: the period that is paid at Stripe, or calendar month and year. */
export async function periodsOf(
  { db, tenantId }: { db: ControlDb; tenantId: string },
  now: Date,
): Promise<Period[]> {
  const p = stripeSubscriptions;
  const s = subscriptions;
  const c = subscriptionChanges;
  const signedAt = sql<Date | null>`(select min(${c.at}) from ${c}
    where ${c.tenantId} = ${s.tenantId} and ${c.subscriptionId} = ${s.id} and ${c.toState} = 'signed')`.mapWith(
    c.at,
  );
  const [paid] = await db
    .select({ items: p.items, from: p.periodStart, to: p.periodEnd, pending: p.pending, signedAt })
    .from(p)
    .innerJoin(s, and(eq(s.tenantId, p.tenantId), eq(s.id, p.subscriptionId)))
    .where(and(eq(p.tenantId, tenantId), inArray(p.status, live), inArray(s.state, [...holding])));
  if (paid?.from && paid.to) {
    const { from, to, pending, signedAt } = paid;
    const countedFrom = signedAt && signedAt > from ? signedAt : from;
    return [{ ...chargeIn(paid.items[0]?.key ?? ''), from, to, countedFrom, pending }];
  }
  const year = now.getUTCFullYear();
  const [begin, end] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year + 1, 0, 1))];
  const month = monthOf(now);
  const all = { currency: null, pending: 0 };
  return [
    { ...all, interval: 'month', ...month, countedFrom: month.from },
    { ...all, interval: 'year', from: begin, to: end, countedFrom: begin },
  ];
}
