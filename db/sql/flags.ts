/** Flags of tenants. Part of `controlSql`, before what asks for them. */
export const flagsSql = /* sql */ `
-- What is said of flags where it concerns a tenant, or of those that are named; what nobody said
-- anything of is left out.
create or replace function control.flag_facts(p_tenant uuid, p_flags text[] default null) returns jsonb
language plpgsql stable as $$
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'channel', (select channel from control.release_channels where tenant_id = p_tenant),
    'rules', (select jsonb_object_agg(flag, rules || jsonb_build_object('killed', killed_at is not null))
      from control.flag_rules where p_flags is null or flag = any (p_flags)),
    'overrides', (select jsonb_object_agg(flag, value) from control.flag_overrides
      where tenant_id = p_tenant and (p_flags is null or flag = any (p_flags))),
    'choices', (select jsonb_object_agg(flag, value) from control.flag_choices
      where tenant_id = p_tenant and (p_flags is null or flag = any (p_flags))),
    'plan', (select jsonb_object_agg(f.key, f.value)
      from jsonb_each(control.plan_facts(p_tenant) -> 'terms' -> 'flags') f
      where p_flags is null or f.key = any (p_flags))));
end $$;

-- Gives the tenant in scope, which is opened in this very transaction as a copy, what staff said of flags
-- for another one of its pool.
create or replace function control.copy_flag_overrides(p_source uuid) returns void
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.flag_overrides (tenant_id, id, flag, value, reason, changed_by_name, changed_at)
  select here.id, app.uuid7(), o.flag, o.value, o.reason, o.changed_by_name, o.changed_at
  from control.tenants here
  join control.tenants source on source.pool_id = here.pool_id and source.id = p_source
  join control.flag_overrides o on o.tenant_id = source.id
  where here.id = current_setting('app.tenant')::uuid and here.created_at = now();
end $$;

-- Concerns the entry of every host.
create or replace function control.announce_flags() returns trigger
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.directory_changes (id, transaction_id, key)
  values (app.uuid7(), pg_current_xact_id()::text::bigint, '*');
  return null;
end $$;
`;

export const flagFunctionGrants: Record<string, string[]> = {
  'control.flag_facts(uuid, text[])': [],
  'control.announce_flags()': [],
  'control.copy_flag_overrides(uuid)': ['rowhouse_app'],
};
