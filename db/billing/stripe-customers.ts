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

/** Remembers who a tenant is at Stripe; whoever was first is the one. */
export const keepCustomer = async (
  servers: Servers,
  { tenantId, account, customer }: { tenantId: string; account: string; customer: string },
): Promise<string> =>
  await onControl(servers, async (control) => {
    const { rows } = await control.query<{ customer: string }>(
      `insert into control.stripe_customers as c (tenant_id, id, account, customer)
       values ($1, app.uuid7(), $2, $3)
       on conflict (tenant_id, account) do update set customer = c.customer
       returning c.customer`,
      [tenantId, account, customer],
    );
    return rows[0]?.customer ?? customer;
  });
