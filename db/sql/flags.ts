/** Flags of tenants. Part of `controlSql`, before what asks for them. */
export const flagsSql = /* sql */ `
-- What is said of flags where it concerns a tenant; what nobody said anything of is left out.
create or replace function control.flag_facts(p_tenant uuid) returns jsonb
language plpgsql stable as $$
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'channel', (select channel from control.release_channels where tenant_id = p_tenant),
    'rules', (select jsonb_object_agg(flag, rules || jsonb_build_object('killed', killed_at is not null))
      from control.flag_rules),
    'overrides', (select jsonb_object_agg(flag, value) from control.flag_overrides
      where tenant_id = p_tenant),
    'choices', (select jsonb_object_agg(flag, value) from control.flag_choices
      where tenant_id = p_tenant)));
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
  'control.flag_facts(uuid)': [],
  'control.announce_flags()': [],
};
