/** Days for which a proof counts; whoever has not shown it again by then has lost the domain. */
export const proofDays = 3;

/**
 * Takes a domain for the tenant in scope, whose proof was just seen, or keeps it. False where another
 * tenant of the pool has it on a proof that still counts. Of many at once one gets it.
 */
export const emailDomainsSql = /* sql */ `
create or replace function control.hold_email_domain(p_domain text) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.email_domain_holders as h (pool_id, domain, tenant_id, proven_at, next_check_at)
  select t.pool_id, p_domain, t.id, clock_timestamp(),
    clock_timestamp() + interval '20 hours' + random() * interval '4 hours'
  from control.tenants t where t.id = current_setting('app.tenant')::uuid
  on conflict (pool_id, domain) do update set tenant_id = excluded.tenant_id,
    proven_at = excluded.proven_at, next_check_at = excluded.next_check_at
    where h.tenant_id = excluded.tenant_id
      or h.proven_at <= clock_timestamp() - interval '${proofDays} days';
  return found;
end $$;

-- Ends a tenant's hold of a domain, and has the tenant begin again with a record of another value.
create or replace function control.end_email_hold(p_tenant uuid, p_domain text) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  delete from control.email_domain_holders where tenant_id = p_tenant and domain = p_domain;
  if not found then return false; end if;
  insert into control.outbox (tenant_id, id, job, payload)
  values (p_tenant, app.uuid7(), 'emailDomains.release', jsonb_build_object('domain', p_domain));
  return true;
end $$;
`;

/** Its functions by who may call them. */
export const emailDomainFunctionGrants: Record<string, string[]> = {
  'control.hold_email_domain(text)': ['rowhouse_app'],
  'control.end_email_hold(uuid, text)': ['rowhouse_platform'],
};
