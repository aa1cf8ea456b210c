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

-- Sums up what can prove an account; null where it is not active or not to be seen.
create or replace function control.proofs_of(p_user uuid) returns text
language sql stable set search_path = control, pg_temp as $$
  select md5(concat_ws('|', u.email_key,
    'passwords', (select string_agg(c.kind || ' ' || extract(epoch from c.changed_at), ',' order by c.kind)
      from control.credentials c where c.pool_id = u.pool_id and c.user_id = u.id),
    'factors', (select string_agg(f.id || ' ' || extract(epoch from f.confirmed_at), ',' order by f.id)
      from control.second_factors f
      where f.pool_id = u.pool_id and f.user_id = u.id and f.confirmed_at is not null),
    'passkeys', (select string_agg(k.id || ' ' || (k.suspected_at is null), ',' order by k.id)
      from control.passkeys k where k.pool_id = u.pool_id and k.user_id = u.id)))
  from control.users u where u.id = p_user and u.state = 'active'
$$;

-- Ends what was proven of an account of the pool in scope, or mailed to it, for joins of any tenant.
create or replace function control.spend_claims(p_user uuid) returns void
language sql security definer set search_path = control, pg_temp as $$
  update control.pool_claims c set used_at = now()
  from control.users u
  where u.id = p_user and u.pool_id = current_setting('app.pool')::uuid and c.used_at is null
    and (u.id in (c.former_user_id, c.new_user_id)
      or (c.mail_hash is not null
        and lower(trim(normalize(c.mail_email, nfkc))) = u.email_key))
$$;

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
  'control.proofs_of(uuid)': ['rowhouse_app'],
  'control.spend_claims(uuid)': ['rowhouse_app'],
};
