import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { stripeInvoices } from '@/db/schema/control';
import type { ControlCtx } from '../../doors/ctx';
import { AppError } from '../../errors';

export const WhichInvoices = z.strictObject({
  /** The last one of the page before. */
  cursor: z.uuid().optional(),
  size: z.coerce.number().int().min(1).max(100).default(12),
});

/** What an invoice is, to who pays it. Amounts are in the smallest unit of the currency. */
const Invoice = z.strictObject({
  id: z.uuid(),
  number: z.string().nullable(),
  status: z.enum(['open', 'paid', 'uncollectible', 'void']),
  currency: z.string(),
  total: z.number().int(),
  amountPaid: z.number().int(),
  amountRemaining: z.number().int(),
  periodStart: z.coerce.date(),
  periodEnd: z.coerce.date(),
  issuedAt: z.coerce.date(),
  dueAt: z.coerce.date().nullable(),
  /** Whether a payment failed and nothing came since. */
  failed: z.boolean(),
  nextTryAt: z.coerce.date().nullable(),
  /** Where it is seen and paid. */
  pageUrl: z.string().nullable(),
  pdfUrl: z.string().nullable(),
});
export type Invoice = z.output<typeof Invoice>;

export const Invoices = z.strictObject({
  invoices: z.array(Invoice),
  /** Cursor of the next page, null at the end. */
  older: z.uuid().nullable(),
});
export type Invoices = z.output<typeof Invoices>;

/** A payment that failed, and what is left of it. */
export const Unpaid = z.strictObject({
  number: z.string().nullable(),
  currency: z.string(),
  amountRemaining: z.number().int(),
  nextTryAt: z.coerce.date().nullable(),
  pageUrl: z.string().nullable(),
});
export type Unpaid = z.output<typeof Unpaid>;

const i = stripeInvoices;

/** Invoices of this workspace. Throws `invalid` for a cursor that is none. */
export const listInvoices = (
  { db, tenant }: ControlCtx,
  which: z.output<typeof WhichInvoices>,
): Promise<z.input<typeof Invoices>> => invoicesOf(db, tenant.id, which);

/** The same of one tenant, for whoever may see it. */
export async function invoicesOf(
  db: ControlDb,
  tenantId: string,
  { cursor, size }: z.output<typeof WhichInvoices>,
): Promise<z.input<typeof Invoices>> {
  // What is not sent yet is nobody's business: its sums still change.
  const own = and(eq(i.tenantId, tenantId), ne(i.status, 'draft'));
  const rows = await db
    .select()
    .from(i)
    .where(and(own, cursor ? await olderThan(db, tenantId, cursor) : undefined))
    .orderBy(desc(i.issuedAt), desc(i.id))
    .limit(size + 1);
  const shown = rows.slice(0, size);
  return {
    invoices: shown.map((row) => ({
      ...{ id: row.id, number: row.number, status: row.status as Invoice['status'] },
      ...{ currency: row.currency, total: row.total, amountPaid: row.amountPaid },
      ...{ amountRemaining: row.amountRemaining, periodStart: row.periodStart },
      ...{ periodEnd: row.periodEnd, issuedAt: row.issuedAt, dueAt: row.dueAt },
      ...{ failed: row.status === 'open' && row.triesTold > 0, nextTryAt: row.nextTryAt },
      ...{ pageUrl: row.pageUrl, pdfUrl: row.pdfUrl },
    })),
    older: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function olderThan(db: ControlDb, tenantId: string, cursor: string) {
  const [found] = await db
    .select({ issuedAt: i.issuedAt })
    .from(i)
    .where(and(eq(i.tenantId, tenantId), eq(i.id, cursor)));
  if (found) {
    return sql`(${i.issuedAt}, ${i.id}) < (select a.issued_at, a.id from ${i} a
      where a.tenant_id = ${tenantId} and a.id = ${cursor})`;
  }
  const message = 'This is no invoice of this list. Begin at the newest.';
  throw new AppError('invalid', message, { fields: { cursor: message } });
}

/** The payment that failed longest ago and is still open; null where there is none. */
export async function unpaidOf({ db, tenant }: ControlCtx): Promise<z.input<typeof Unpaid> | null> {
  const [first] = await db
    .select({
      ...{ number: i.number, currency: i.currency, amountRemaining: i.amountRemaining },
      ...{ nextTryAt: i.nextTryAt, pageUrl: i.pageUrl },
    })
    .from(i)
    .where(
      and(
        ...[eq(i.tenantId, tenant.id), eq(i.status, 'open')],
        ...[gt(i.triesTold, 0), gt(i.amountRemaining, 0)],
      ),
    )
    .orderBy(i.issuedAt, i.id)
    .limit(1);
  return first ?? null;
}
