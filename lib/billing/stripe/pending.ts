import type Stripe from 'stripe';
import { listUnreadPending, notePending } from '@/db/billing/stripe-pending';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import type { StripeAccess } from './client';

/**
 * Reads what Stripe set off for changes within the period and has not invoiced, of subscriptions that
 * changed since it was read: what an estimate of the next invoice lacks otherwise.
 */
export async function readPending(servers: Servers, { sdk, account }: StripeAccess): Promise<void> {
  for (const unread of await listUnreadPending(servers, account)) {
    try {
      const invoice = await sdk.invoices.createPreview({ subscription: unread.stripeId });
      await notePending(servers, unread, pendingIn(invoice));
    } catch (error) {
      const { tenantId } = unread;
      log.warn({ err: error, tenantId }, 'what Stripe set off could not be read');
    }
  }
}

/** Lines that are none of the next period, nor of what was used in this one. */
const pendingIn = ({ lines }: Stripe.Invoice): number =>
  lines.data.filter(isSetOff).reduce((sum, { amount }) => sum + amount, 0);

const isSetOff = ({ parent }: Stripe.InvoiceLineItem): boolean =>
  parent?.type === 'invoice_item_details' || parent?.subscription_item_details?.proration === true;
