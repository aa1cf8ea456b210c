import { findCustomer, keepCustomer } from '@/db/billing/stripe-customers';
import type { Servers } from '@/db/homes/servers';
import type { StripeAccess } from './client';

interface Tenant {
  tenantId: string;
  name: string;
  email: string | null;
}

/**
 * Who a tenant is at Stripe, made there the first time and named as it is called by now. It is made with
 * what never changes, so that a repeat makes no second one, and is remembered before anything else.
 */
export async function customerOf(
  servers: Servers,
  { sdk, account }: StripeAccess,
  { tenantId, name, email }: Tenant,
): Promise<string> {
  const customer =
    (await findCustomer(servers, tenantId, account)) ??
    (await makeCustomer(servers, { sdk, account }, tenantId));
  await sdk.customers.update(customer, { name: name.slice(0, 250), ...(email && { email }) });
  return customer;
}

async function makeCustomer(servers: Servers, { sdk, account }: StripeAccess, tenantId: string) {
  const { id } = await sdk.customers.create(
    { metadata: { rowhouse_tenant: tenantId } },
    { idempotencyKey: `customer ${tenantId}` },
  );
  return await keepCustomer(servers, { tenantId, account, customer: id });
}
