import { and, eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { readBy } from '@/db/billing/stripe-asks';
import type { Servers } from '@/db/homes/servers';
import { controlOutbox, subscriptions } from '@/db/schema/control';
import { log } from '../../log';
import { stripeWord } from '../left-to-staff';
import { findNeverSigned } from '../subscriptions/never-signed';
import { inTurn, remark } from '../subscriptions/turn';
import { ownField } from './told/read';

interface Giving {
  servers: Servers;
  sdk: Stripe;
  tenantId: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** More than a subscription gathers that nobody signed. */
const mostRead = 100;

/**
 * Gives back what was paid at Stripe for subscriptions of ours that were given up before anybody signed
 * them: each paid invoice whole, with a credit note, and with a word in the history of ours. What is open
 * of them is void. Repeating it gives nothing back twice. Answers whether the subscription at Stripe is
 * for such a one now.
 */
export async function giveBack(giving: Giving, there: Stripe.Subscription): Promise<boolean> {
  if (!(await neverSigned(giving, there.metadata))) return false;
  for (const invoice of await invoicesOf(giving, there)) {
    // For which of ours it was when it was written: what another one of them cost stays paid.
    const own = await neverSigned(giving, invoice.parent?.subscription_details?.metadata);
    if (own) await giveBackOne(giving, invoice, { id: own, why: 'Paid at Stripe and not signed.' });
  }
  return true;
}

/**
 * Gives back what was paid for one of ours by one at Stripe, where another one pays for it too: each paid
 * invoice whole, once, with a word in the history of ours.
 */
export async function giveBackTwice(
  giving: Giving,
  there: Stripe.Subscription,
  id: string,
): Promise<void> {
  const why = 'Paid twice at Stripe: the second subscription there ended.';
  const invoices = await invoicesOf(giving, there);
  for (const invoice of invoices) {
    const isFor = invoice.parent?.subscription_details?.metadata?.[ownField] === id;
    if (isFor) await giveBackOne(giving, invoice, { id, why });
  }
  if (invoices.every(({ total }) => total <= 0)) await note(giving, { id, reason: why });
}

const invoicesOf = ({ sdk }: Giving, { id }: Stripe.Subscription): Promise<Stripe.Invoice[]> =>
  sdk.invoices.list({ subscription: id, limit: mostRead }).autoPagingToArray({ limit: mostRead });

/** The one of ours that is named, where it was given up before anybody signed it. */
async function neverSigned(
  { servers, tenantId }: Giving,
  metadata: Stripe.Metadata | null | undefined,
): Promise<string | undefined> {
  const id = metadata?.[ownField] ?? '';
  if (!uuid.test(id)) return undefined;
  return (await readBy(servers, (db) => findNeverSigned(db, { tenantId, id })))?.id;
}

interface Why {
  /** Of the subscription of ours that it was paid for. */
  id: string;
  why: string;
}

async function giveBackOne(
  giving: Giving,
  invoice: Stripe.Invoice,
  { id, why }: Why,
): Promise<void> {
  const { sdk, tenantId } = giving;
  const { id: of, number, status, total, amount_paid: paid } = invoice;
  if (!of) return;
  if (status === 'open') return void (await sdk.invoices.voidInvoice(of));
  const isDone = invoice.post_payment_credit_notes_amount > 0;
  if (status !== 'paid' || total <= 0 || isDone) return;
  await sdk.creditNotes.create(
    {
      ...{ invoice: of, amount: total, reason: 'order_change' },
      // What came from a balance goes back there.
      ...(paid > 0 && { refund_amount: paid }),
      ...(total > paid && { credit_amount: total - paid }),
    },
    { idempotencyKey: `give back ${of}` },
  );
  log.warn({ tenantId, id, invoice: of, total, why }, 'what was paid was given back');
  await note(giving, { id, reason: `${why} It was given back: invoice ${number ?? of}` });
}

/** Writes into the history of ours what was done. What staff planned for it stays planned. */
const note = (
  { servers, tenantId }: Giving,
  { id, reason }: { id: string; reason: string },
): Promise<void> =>
  readBy(servers, async (db) => {
    await inTurn(db, tenantId);
    const { revision, nextAt } = subscriptions;
    const [own] = await db
      .select({ revision, nextAt })
      .from(subscriptions)
      .where(and(eq(subscriptions.tenantId, tenantId), eq(subscriptions.id, id)));
    if (!own) return;
    await remark(db, { tenantId, id, revision: own.revision, ...stripeWord, reason });
    if (!own.nextAt) return;
    const payload = { id, revision: own.revision + 1 };
    await db
      .insert(controlOutbox)
      .values({ tenantId, job: 'plan.carryOut', availableAt: own.nextAt, payload });
  });
