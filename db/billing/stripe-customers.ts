import { onControl } from '../homes/prepare';
import type { Servers } from '../homes/servers';

/** Who a tenant is at an account of Stripe; undefined where Stripe was not told of it. */
export const findCustomer = async (
  servers: Servers,
  tenantId: string,
  account: string,
): Promise<string | undefined> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ customer: string }>(
      'select customer from control.stripe_customers where tenant_id = $1 and account = $2',
      [tenantId, account],
    );
    return rows[0]?.customer;
  });

interface Known {
  tenantId: string;
  account: string;
  customer: string;
  /** Who was it before, and is not there any more. */
  instead?: string | undefined;
}

/** Remembers who a tenant is at Stripe; whoever was first is the one, or the first in the place of another. */
export const keepCustomer = async (
  servers: Servers,
  { tenantId, account, customer, instead }: Known,
): Promise<string> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ customer: string }>(
      `insert into control.stripe_customers as c (tenant_id, id, account, customer)
       values ($1, app.uuid7(), $2, $3)
       on conflict (tenant_id, account) do update
         set customer = case c.customer when $4 then excluded.customer else c.customer end
       returning c.customer`,
      [tenantId, account, customer, instead ?? null],
    );
    return rows[0]?.customer ?? customer;
  });
