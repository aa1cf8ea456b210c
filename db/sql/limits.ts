/** What staff say of limits of tenants. Part of `controlSql`, before what asks for it. */
export const limitsSql = /* sql */ `
-- What staff say of limits for a tenant at this moment, by limit; null where they say nothing.
create or replace function control.limit_overrides_of(p_tenant uuid) returns jsonb
language plpgsql stable as $$
begin
  return (
    select jsonb_object_agg(o.name,
      jsonb_build_object('max', o.max, 'endsAt', o.ends_at, 'reason', o.reason))
    from control.limit_overrides o
    where o.tenant_id = p_tenant and o.ended_at is null and (o.ends_at is null or o.ends_at > now())
  );
end $$;

-- Gives the tenant in scope, which is opened in this very transaction as a copy, what staff say of limits
-- for another one of its pool at this moment: read and written in one transaction.
create or replace function control.copy_limit_overrides(p_source uuid) returns void
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.limit_overrides (tenant_id, id, name, max, reason, by_name, created_at, ends_at)
  select here.id, app.uuid7(), o.name, o.max, o.reason, o.by_name, o.created_at, o.ends_at
  from control.tenants here
  join control.tenants source on source.pool_id = here.pool_id and source.id = p_source
  join control.limit_overrides o on o.tenant_id = source.id and o.ended_at is null
    and (o.ends_at is null or o.ends_at > now())
  where here.id = current_setting('app.tenant')::uuid and here.created_at = now();
end $$;
`;

export const limitFunctionGrants: Record<string, string[]> = {
  'control.limit_overrides_of(uuid)': ['rowhouse_app', 'rowhouse_platform'],
  'control.copy_limit_overrides(uuid)': ['rowhouse_app'],
};
