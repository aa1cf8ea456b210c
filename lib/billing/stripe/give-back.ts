import type Stripe from 'stripe';
import { readBy } from '@/db/billing/stripe-asks';
import { noteOwedSum } from '@/db/billing/stripe-owed';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import { findNeverSigned } from '../subscriptions/never-signed';
import { noteOnce } from '../subscriptions/note-once';
import { faultOf, Refused } from './faults';
import { owedStill } from './owed';
import { ownField } from './told/read';

export interface Giving {
  servers: Servers;
  sdk: Stripe;
  tenantId: string;
}

interface Owed {
  /** The subscription of ours that it was paid for. */
  id: string;
  /** What pays at Stripe for the same; null where nobody signed what it was paid for. */
  beside: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** More than a subscription gathers that is found out in time. */
const mostRead = 100;

/**
 * Gives back what was paid needlessly for one of ours by one at Stripe that ended: invoices of what nobody
 * signed, whole, and otherwise those of a time that another one is paid for too. What is open of them is
 * void. Each with a credit note and a word in the history of ours; repeating it gives nothing back twice.
 * Answers whether all of it is settled. Throws `Refused` where Stripe refuses some of it.
 */
export async function giveBack(
  giving: Giving,
  there: Stripe.Subscription,
  { id, beside }: Owed,
): Promise<boolean> {
  const why = beside ? twice : 'Paid at Stripe and not signed.';
  const others = beside ? await invoicesOf(giving, beside) : [];
  if (beside) await noteFor(giving, id, `${why} It was ${there.id}.`);
  const faults: string[] = [];
  const left: Stripe.Invoice[] = [];
  for (const invoice of await invoicesOf(giving, there.id)) {
    const named = invoice.parent?.subscription_details?.metadata?.[ownField];
    // For which of ours it was when it was written: what another one of them cost stays paid.
    if (beside ? named !== id : !(await isNeverSigned(giving, named))) continue;
    try {
      const owed = { id: named ?? id, why };
      if (!(await settle(giving, invoice, { ...owed, ...(beside && { others }) })))
        left.push(invoice);
    } catch (error) {
      const { fault, final } = faultOf(error);
      if (!final) throw error;
      left.push(invoice);
      faults.push(`${invoice.number ?? invoice.id}: ${fault}`);
    }
  }
  await noteOwedSum(giving.servers, {
    ...{ ofTenant: giving.tenantId, stripeId: there.id, sum: sumOf(left) },
  });
  if (faults.length === 0) return left.length === 0;
  for (const fault of faults) {
    await noteFor(giving, id, `${why} It is owed back still: invoice ${fault}`);
  }
  throw new Refused(`${owedStill}${faults.join('; ')}`);
}

/** What was paid of invoices and not credited since. */
function sumOf(invoices: Stripe.Invoice[]): { amount: number; currency: string } | undefined {
  const paid = invoices.filter(({ status }) => status === 'paid');
  const currency = paid[0]?.currency.toUpperCase();
  const amount = paid.reduce(
    (sum, one) => sum + one.total - one.post_payment_credit_notes_amount,
    0,
  );
  return currency && amount > 0 ? { amount, currency } : undefined;
}

const twice = 'Paid twice at Stripe: the second subscription there ended.';

const invoicesOf = ({ sdk }: Giving, subscription: string): Promise<Stripe.Invoice[]> =>
  sdk.invoices.list({ subscription, limit: mostRead }).autoPagingToArray({ limit: mostRead });

/** Whether one of ours is named that was given up before anybody signed it. */
export async function isNeverSigned(
  { servers, tenantId }: Pick<Giving, 'servers' | 'tenantId'>,
  id: string | undefined,
): Promise<boolean> {
  if (!id || !uuid.test(id)) return false;
  return (await readBy(servers, (db) => findNeverSigned(db, { tenantId, id }))) !== undefined;
}

interface Why {
  /** Of the subscription of ours that it was paid for. */
  id: string;
  why: string;
  /** Invoices of what goes on; undefined where it is owed back whatever else is paid. */
  others?: Stripe.Invoice[];
}

/** Answers whether nothing more is to come of an invoice. */
async function settle(
  giving: Giving,
  invoice: Stripe.Invoice,
  { id, why, others }: Why,
): Promise<boolean> {
  const { sdk, tenantId } = giving;
  const { id: of, number, status, total } = invoice;
  if (!of) return true;
  if (status === 'draft') return !invoice.auto_advance;
  if (status === 'open') {
    await sdk.invoices.voidInvoice(of);
    return true;
  }
  if (status !== 'paid' || total <= 0) return true;
  const same = others?.filter((other) => isOfOneTime(invoice, other));
  if (same && !same.some((other) => other.status === 'paid')) {
    // It stays paid until the other one is.
    return !same.some((other) => other.status === 'open' || other.status === 'draft');
  }
  await credit(giving, invoice);
  log.warn({ tenantId, id, invoice: of, total, why }, 'what was paid was given back');
  await noteFor(giving, id, `${why} It was given back: invoice ${number ?? of}`);
  return true;
}

/** Credits what was not credited of an invoice before. Throws `Refused` where nobody can tell which way. */
async function credit({ sdk }: Giving, invoice: Stripe.Invoice): Promise<void> {
  const {
    id: of = '',
    total,
    amount_paid: paid,
    post_payment_credit_notes_amount: noted,
  } = invoice;
  const left = total - noted;
  if (left <= 0) return;
  // Of what came from a balance nobody knows how much is credited.
  if (noted > 0 && paid < total) throw new Refused('It was credited in part before.');
  const refund = Math.min(left, paid);
  await sdk.creditNotes.create(
    {
      ...{ invoice: of, amount: left, reason: 'order_change' },
      // What came from a balance goes back there.
      ...(refund > 0 && { refund_amount: refund }),
      ...(left > refund && { credit_amount: left - refund }),
    },
    { idempotencyKey: `give back ${of} ${left}` },
  );
}

const isOfOneTime = (one: Stripe.Invoice, other: Stripe.Invoice): boolean =>
  one.lines.data.some(({ period: a }) =>
    other.lines.data.some(({ period: b }) => a.start < b.end && b.start < a.end),
  );

const noteFor = ({ servers, tenantId }: Giving, id: string, reason: string): Promise<void> =>
  readBy(servers, (db) => noteOnce(db, { tenantId, id, reason }));
