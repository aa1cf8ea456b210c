import type Stripe from 'stripe';
import { readBy } from '@/db/billing/stripe-asks';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import { stripeName } from '../left-to-staff';
import { findNeverSigned } from '../subscriptions/never-signed';
import { remark } from '../subscriptions/turn';

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
  const { sdk } = giving;
  if (!(await ownOf(giving, there.metadata))) return false;
  const invoices = await sdk.invoices
    .list({ subscription: there.id, limit: mostRead })
    .autoPagingToArray({ limit: mostRead });
  for (const invoice of invoices) {
    // For which of ours it was when it was written: what another one of them cost stays paid.
    const own = await ownOf(giving, invoice.parent?.subscription_details?.metadata);
    if (own) await giveBackOne(giving, invoice, own);
  }
  return true;
}

type Own = NonNullable<Awaited<ReturnType<typeof findNeverSigned>>>;

async function ownOf(
  { servers, tenantId }: Giving,
  metadata: Stripe.Metadata | null | undefined,
): Promise<Own | undefined> {
  const id = metadata?.rowhouse_subscription ?? '';
  if (!uuid.test(id)) return undefined;
  return await readBy(servers, (db) => findNeverSigned(db, { tenantId, id }));
}

async function giveBackOne(
  { servers, sdk, tenantId }: Giving,
  invoice: Stripe.Invoice,
  { id, revision }: Own,
): Promise<void> {
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
  log.warn({ tenantId, id, invoice: of, total }, 'what was paid and never signed was given back');
  const reason = `Paid at Stripe and not signed. It was given back: invoice ${number ?? of}`;
  await readBy(servers, (db) => remark(db, { tenantId, id, revision, byName: stripeName, reason }));
}
