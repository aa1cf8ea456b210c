import { findCustomer } from '@/db/billing/stripe-customers';
import type { Asking } from './asking';
import { Refused } from './faults';
import { isStripePage } from './pages';
import { requests } from './requests';

/** Opens the page on which a tenant looks after its cards and invoices. Throws `Refused`. */
export async function openPortal({ servers, access, ask }: Asking) {
  const { sdk, account, pagesAt } = access;
  const { back } = requests.portal.parse(ask.request);
  const customer = await findCustomer(servers, ask.tenantId, account);
  if (!customer) throw new Refused('Nothing was paid here yet.');
  const { url } = await sdk.billingPortal.sessions.create(
    { customer, return_url: back },
    { idempotencyKey: ask.id },
  );
  if (!isStripePage(url, { local: pagesAt ?? false })) {
    throw new Refused('Stripe named a page that is not its own.');
  }
  return { result: { url } };
}
