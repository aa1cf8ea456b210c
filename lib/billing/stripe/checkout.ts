import type Stripe from 'stripe';
import { findOwn, listPaid, listSessions, readBy } from '@/db/billing/stripe-asks';
import { forgetKept } from '@/db/billing/stripe-kept';
import { whyLeftToStaff } from '../left-to-staff';
import { PlanTerms } from '../terms';
import type { Asking } from './asking';
import type { StripeAccess } from './client';
import { customerOf } from './customer';
import { absent, Refused } from './faults';
import { itemsFor, linesOf } from './items';
import { isStripePage } from './pages';
import { requests } from './requests';

/**
 * Opens the page on which what is being signed is paid for, or finds the one that is open already. Throws
 * `Refused` where it is not to be paid any more.
 */
export async function openCheckout({ servers, access, ask }: Asking) {
  const { sdk, account } = access;
  const { tenantId, id, subscriptionId } = ask;
  const wish = requests.checkout.parse(ask.request);
  const own = await findOwn(servers, tenantId, subscriptionId);
  if (own?.state !== 'signing') throw new Refused('This was signed or taken back meanwhile.');
  if ((await listPaid(servers, tenantId, account)).length > 0) {
    throw new Refused('Another plan is paid for by now. Take this back and choose again.');
  }
  if (await readBy(servers, (db) => whyLeftToStaff(db, { tenantId, id: own.id }))) {
    throw new Refused('The platform signs this plan.');
  }
  const { email } = wish;
  const customer = await customerOf(servers, access, { tenantId, name: ask.tenantName, email });
  for (const stripeId of await listSessions(servers, {
    tenantId,
    subscriptionId: own.id,
    account,
  })) {
    const open = await sdk.checkout.sessions.retrieve(stripeId).catch(absent);
    const isOwn = typeof open?.customer === 'string' && open.customer === customer;
    if (open && isOwn && open.status !== 'expired') return { result: resultOf(access, open) };
    // Of a customer who is not there any more.
    if (open?.status === 'open') await sdk.checkout.sessions.expire(stripeId);
    await forgetKept(servers, { ofTenant: tenantId, stripeId });
  }
  const { prices, trialDays } = PlanTerms.parse(own.terms);
  const { charge, seats, tier, first, back } = wish;
  const items = itemsFor(own, { prices, charge, here: { seats, tier } });
  const metadata = { rowhouse_subscription: own.id, rowhouse_tenant: tenantId };
  const session = await sdk.checkout.sessions.create(
    {
      ...{ mode: 'subscription', customer, client_reference_id: own.id, metadata },
      line_items: await linesOf(sdk, items),
      subscription_data: {
        ...{ metadata, billing_mode: { type: 'flexible' } },
        ...(first && trialDays > 0 && { trial_period_days: trialDays }),
      },
      ...{ success_url: backWith(back, 'paid'), cancel_url: backWith(back, 'left') },
    },
    { idempotencyKey: id },
  );
  return {
    result: resultOf(access, session),
    session: { stripeId: session.id, account, customer },
  };
}

function resultOf({ pagesAt }: StripeAccess, session: Stripe.Checkout.Session) {
  const { status, url, expires_at: expiresAt } = session;
  if (status === 'complete') return { paid: true };
  if (!isStripePage(url, { local: pagesAt ?? false })) {
    throw new Refused('Stripe named a page that is not its own.');
  }
  return { url, expiresAt: new Date(expiresAt * 1000).toISOString() };
}

const backWith = (back: string, how: string) => {
  const url = new URL(back);
  url.searchParams.set('payment', how);
  return url.href;
};
