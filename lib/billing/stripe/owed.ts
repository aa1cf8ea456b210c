import { and, asc, desc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { stripeKept, stripeRefunds } from '@/db/schema/control';

const Money = { amount: z.number().int(), currency: z.string() };

/** What was paid needlessly, and what was given back. Amounts are in the smallest unit of the currency. */
export const OwedBack = z.strictObject({
  owed: z.array(
    z.strictObject({
      /** Of the subscription at Stripe that it was paid by. */
      id: z.string(),
      /** Null until Stripe said how much it is. */
      sum: z.strictObject(Money).nullable(),
      why: z.enum(['twice', 'unsigned']),
      /** `waits`: until what it was paid beside is paid; `refused`: by Stripe, and tried again. */
      state: z.enum(['begun', 'waits', 'refused', 'late']),
      since: z.coerce.date(),
    }),
  ),
  /** The latest first. */
  given: z.array(
    z.strictObject({
      id: z.uuid(),
      ...Money,
      /** As much of it as went back the way it came; the rest is kept for what comes. */
      refunded: z.number().int(),
      number: z.string().nullable(),
      at: z.coerce.date(),
    }),
  ),
});
export type OwedBack = z.output<typeof OwedBack>;

const mostShown = 12;

/** What Stripe owes back to a tenant, and what it gave back lately. */
export async function owedBackTo(
  db: ControlDb,
  tenantId: string,
): Promise<z.input<typeof OwedBack>> {
  const k = stripeKept;
  const rows = await db
    .select({
      ...{ id: k.stripeId, beside: k.owedBeside, amount: k.owedAmount },
      ...{ currency: k.owedCurrency, fault: k.fault, since: k.createdAt },
    })
    .from(k)
    .where(and(eq(k.ofTenant, tenantId), isNotNull(k.owedFor)))
    .orderBy(asc(k.createdAt), asc(k.stripeId))
    .limit(mostShown);
  const r = stripeRefunds;
  const given = await db
    .select({
      ...{ id: r.id, amount: r.amount, currency: r.currency },
      ...{ refunded: r.refunded, number: r.number, at: r.at },
    })
    .from(r)
    // Of two that tell of the same money one is enough.
    .where(and(eq(r.tenantId, tenantId), or(isNull(r.sameAs), lt(r.id, r.sameAs))))
    .orderBy(desc(r.at), desc(r.id))
    .limit(mostShown);
  const owed = rows.map(({ id, beside, amount, currency, fault, since }) => ({
    ...{ id, since, state: stateBy(fault) },
    sum: amount !== null && currency !== null ? { amount, currency } : null,
    why: beside ? ('twice' as const) : ('unsigned' as const),
  }));
  return { owed, given };
}

/** What keeps it from being given back where it is not paid yet. */
export const notPaidYet = 'Some of it is not paid yet.';

/** How begins what Stripe said against giving it back. */
export const owedStill = 'Owed back still: ';

function stateBy(fault: string | null): OwedBack['owed'][number]['state'] {
  if (fault === null) return 'begun';
  if (fault === notPaidYet) return 'waits';
  return fault.startsWith(owedStill) ? 'refused' : 'late';
}
