import { and, arrayOverlaps, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { stripeRefunds } from '@/db/schema/control';
import { mailWhoMay } from '../../../access/people/mail-who-may';
import type { ControlCtx } from '../../../doors/ctx';
import { refundLetter } from './letters';
import type { RefundTold } from './shapes';

const r = stripeRefunds;

/** A credit note and the refund that comes with it are told apart from each other within this time. */
const apart = sql`interval '10 minutes'`;

/**
 * Tells admins once of money that was given back, in whichever order and however often Stripe tells of it:
 * a credit note that refunds a charge is told of as both.
 */
export async function hearRefund(
  ctx: ControlCtx,
  account: string,
  { id: stripeId, ...told }: RefundTold,
): Promise<void> {
  const { db, tenant } = ctx;
  const [fresh] = await db
    .insert(r)
    .values({ ...told, stripeId, account })
    .onConflictDoNothing()
    .returning({ id: r.id });
  if (!fresh || (await isToldOf(ctx, fresh.id, told))) return;
  const { number, amount, refunded, currency } = told;
  await mailWhoMay(db, { tenant, permission: 'plan.manage', path: '/settings/plan' }, (addressed) =>
    refundLetter(addressed, { number, amount, refunded, currency }),
  );
}

/** Whether the same money was told of as the other kind; each of the two is it once. */
async function isToldOf(
  { db }: ControlCtx,
  id: string,
  { kind, refunded, currency, refundIds, at }: Omit<RefundTold, 'id'>,
): Promise<boolean> {
  if (refunded === 0) return false;
  const happened = sql`${at.toISOString()}::timestamptz`;
  const [other] = await db
    .select({ id: r.id })
    .from(r)
    .where(
      and(
        ...[ne(r.kind, kind), eq(r.refunded, refunded), eq(r.currency, currency), isNull(r.sameAs)],
        or(
          refundIds.length > 0 ? arrayOverlaps(r.refundIds, refundIds) : undefined,
          and(
            // Where one of them names none, the time has to do.
            refundIds.length > 0 ? sql`cardinality(${r.refundIds}) = 0` : undefined,
            sql`${r.at} between ${happened} - ${apart} and ${happened} + ${apart}`,
          ),
        ),
      ),
    )
    .limit(1);
  if (!other) return false;
  await db.update(r).set({ sameAs: id }).where(eq(r.id, other.id));
  await db.update(r).set({ sameAs: other.id }).where(eq(r.id, id));
  return true;
}
