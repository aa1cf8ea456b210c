/** Days for which a proof counts; whoever has not shown it again by then has lost the domain. */
export const proofDays = 3;

/**
 * Takes a domain for the tenant in scope, whose proof was just seen, or keeps it. False where another
 * tenant of the pool has it on a proof that still counts. Of many at once one gets it.
 */
export const emailDomainsSql = /* sql */ `
create or replace function control.hold_email_domain(p_domain text) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  here constant uuid := current_setting('app.tenant')::uuid;
  before uuid;
begin
  select h.tenant_id into before from control.email_domain_holders h
  join control.tenants t on t.pool_id = h.pool_id
  where t.id = here and h.domain = p_domain for update of h;
  insert into control.email_domain_holders as h (pool_id, domain, tenant_id, proven_at, next_check_at)
  select t.pool_id, p_domain, t.id, clock_timestamp(),
    clock_timestamp() + interval '20 hours' + random() * interval '4 hours'
  from control.tenants t where t.id = current_setting('app.tenant')::uuid
  on conflict (pool_id, domain) do update set tenant_id = excluded.tenant_id,
    proven_at = excluded.proven_at, next_check_at = excluded.next_check_at
    where h.tenant_id = excluded.tenant_id
      or h.proven_at <= clock_timestamp() - interval '${proofDays} days';
  if not found then return false; end if;
  -- Whoever loses it is not looked after any more, and has to learn it.
  if before <> here then
    insert into control.outbox (tenant_id, id, job, payload)
    values (before, app.uuid7(), 'emailDomains.recheck', jsonb_build_object('domain', p_domain));
  end if;
  return true;
end $$;

-- Whether another tenant of the pool has a domain on a proof that counts.
create or replace function control.email_domain_is_anothers(p_domain text) returns boolean
language plpgsql stable security definer set search_path = control, pg_temp as $$
begin
  return exists (select 1 from control.email_domain_holders h
    join control.tenants t on t.pool_id = h.pool_id
    where t.id = current_setting('app.tenant')::uuid and h.tenant_id <> t.id
      and h.domain = p_domain
      and h.proven_at > clock_timestamp() - interval '${proofDays} days');
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
  'control.email_domain_is_anothers(text)': ['rowhouse_app'],
  'control.end_email_hold(uuid, text)': ['rowhouse_platform'],
};
