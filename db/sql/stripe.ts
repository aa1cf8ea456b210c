/** What Stripe tells. Part of `controlSql`. */
export const stripeSql = /* sql */ `
-- The one tenant that a customer at Stripe is; null where nobody is, or more than one.
create or replace function control.tenant_of_stripe(p_customer text) returns uuid
language sql stable security definer set search_path = control, pg_temp as $$
  select min(c.tenant_id::text)::uuid from control.stripe_customers c
  where c.customer = p_customer having count(distinct c.tenant_id) = 1
$$;

-- Enters an event. With a tenant in scope it takes effect there, where the customer is that tenant's:
-- answers whether it does so now, for the first time. Without one it is kept for later.
create or replace function control.enter_stripe_event(p_id text, p_type text, p_customer text, p_at timestamptz)
returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  v_tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
begin
  if v_tenant is not null and v_tenant is distinct from control.tenant_of_stripe(p_customer) then
    return false;
  end if;
  insert into control.stripe_events as e (id, type, customer, at, heard_at)
  values (p_id, p_type, p_customer, p_at, case when v_tenant is not null then now() end)
  on conflict (id) do update set heard_at = now()
    where e.heard_at is null and excluded.heard_at is not null and e.customer = excluded.customer;
  return found and v_tenant is not null;
end $$;
`;

export const stripeFunctionGrants: Record<string, string[]> = {
  'control.tenant_of_stripe(text)': ['rowhouse_app'],
  'control.enter_stripe_event(text, text, text, timestamptz)': ['rowhouse_app'],
};
