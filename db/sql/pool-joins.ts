/** What of a join neither tenant nor staff may write down themselves. Part of `controlSql`. */
export const poolJoinsSql = /* sql */ `
-- Moves the tenant in scope into the pool that staff offered it, once, and ends its sessions there.
-- Says 'over' where the offer was called off meanwhile, 'granted' where a view that is shared with
-- another tenant ties it to its pool. Accounts stay where they are.
create or replace function control.begin_pool_join(p_join uuid, p_by text) returns text
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  here constant uuid := current_setting('app.tenant')::uuid;
  j control.pool_joins;
begin
  if exists (select 1 from control.grants g where here in (g.tenant_id, g.grantee_id)) then
    return 'granted';
  end if;
  update control.pool_joins set state = 'running', started_at = now(), started_by_name = p_by
  where tenant_id = here and id = p_join and state = 'offered' returning * into j;
  if not found then return 'over'; end if;
  update control.tenants set pool_id = j.pool_id
  where id = here and pool_id = j.former_pool_id
    and exists (select 1 from control.pools p where p.id = j.pool_id and p.kind = 'shared');
  if not found then raise exception 'tenant % cannot join pool %', here, j.pool_id; end if;
  update control.sessions set revoked_at = now()
  where tenant_id = here and pool_id = j.former_pool_id and revoked_at is null;
  return 'begun';
end $$;

-- Whether the tenant in scope was the last of the pool it came from.
create or replace function control.former_pool_is_left(p_join uuid) returns boolean
language sql stable security definer set search_path = control, pg_temp as $$
  select not exists (select 1 from control.pool_joins j
    join control.tenants t on t.pool_id = j.former_pool_id
    where j.tenant_id = current_setting('app.tenant')::uuid and j.id = p_join)
$$;
`;

export const poolJoinFunctionGrants: Record<string, string[]> = {
  'control.begin_pool_join(uuid, text)': ['rowhouse_app'],
  'control.former_pool_is_left(uuid)': ['rowhouse_app'],
};
