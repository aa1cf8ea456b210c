import { findCustomer, keepCustomer } from '@/db/billing/stripe-customers';
import type { Servers } from '@/db/homes/servers';
import { log } from '../../log';
import type { StripeAccess } from './client';
import { absent } from './faults';

interface Tenant {
  tenantId: string;
  name: string;
  email: string | null;
}

/**
 * Who a tenant is at Stripe, made there the first time and named as it is called by now. It is made with
 * what never changes, so that a repeat makes no second one, and is remembered before anything else. Of one
 * that was deleted there somebody else takes the place.
 */
export async function customerOf(
  servers: Servers,
  access: StripeAccess,
  { name, email, tenantId }: Tenant,
): Promise<string> {
  const called = { name: name.slice(0, 250), ...(email && { email }) };
  const known =
    (await findCustomer(servers, tenantId, access.account)) ??
    (await makeCustomer(servers, access, { tenantId }));
  if (await access.sdk.customers.update(known, called).catch(absent)) return known;
  log.warn({ tenantId, customer: known }, 'a customer is not at Stripe any more and is made anew');
  const successor = await makeCustomer(servers, access, { tenantId, instead: known });
  await access.sdk.customers.update(successor, called);
  return successor;
}

async function makeCustomer(
  servers: Servers,
  { sdk, account }: StripeAccess,
  { tenantId, instead }: { tenantId: string; instead?: string },
): Promise<string> {
  const { id } = await sdk.customers.create(
    { metadata: { rowhouse_tenant: tenantId } },
    { idempotencyKey: `customer ${tenantId}${instead ? ` instead of ${instead}` : ''}` },
  );
  return await keepCustomer(servers, { tenantId, account, customer: id, instead });
}
