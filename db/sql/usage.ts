/** What tenants use. Part of `controlSql`. */
export const usageSql = /* sql */ `
-- Takes what one process counted, of many tenants at once. An event that is there already is the same
-- one told again. What comes from a clock that runs ahead happened now.
create or replace function control.note_usage(p_events jsonb) returns void
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.usage_events (tenant_id, id, at, meter, quantity, actor_id, token_id, module)
  select e."tenantId", e.id, least(e.at, now()), e.meter, e.quantity, e."actorId", e."tokenId", e.module
  from jsonb_to_recordset(p_events) as e(id uuid, "tenantId" uuid, at timestamptz, meter text,
    quantity bigint, "actorId" uuid, "tokenId" uuid, module text)
  join control.tenants t on t.id = e."tenantId"
  where e.meter in ('requests', 'computing', 'database') and e.quantity > 0
  on conflict do nothing;
end $$;
`;

export const usageFunctionGrants: Record<string, string[]> = {
  'control.note_usage(jsonb)': ['rowhouse_app'],
};
