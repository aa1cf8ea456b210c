/** What of a join neither tenant nor staff may write down themselves. Part of `controlSql`. */
export const poolJoinsSql = /* sql */ `
-- How many views tie a tenant to its pool, which it shares with others or they with it: those that are
-- over do not.
create or replace function control.ties_of(p_tenant uuid) returns integer
language plpgsql stable security definer set search_path = control, pg_temp as $$
begin
  return (select count(*) from control.grants g
    where p_tenant in (g.tenant_id, g.grantee_id) and not control.grant_is_over(g));
end $$;

-- The same of the tenant in scope.
create or replace function control.own_ties() returns integer
language plpgsql stable security definer set search_path = control, pg_temp as $$
begin
  return control.ties_of(current_setting('app.tenant')::uuid);
end $$;

-- Moves the tenant in scope into the pool that staff offered it, once, and ends its sessions there.
-- Says 'over' where the offer was called off meanwhile, 'granted' where a view that is shared with
-- another tenant ties it to its pool. Accounts stay where they are.
create or replace function control.begin_pool_join(p_join uuid, p_by text) returns text
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  here constant uuid := current_setting('app.tenant')::uuid;
  j control.pool_joins;
begin
  if control.ties_of(here) > 0 then return 'granted'; end if;
  -- Those that are over name the pool as well; both trails keep what they were.
  delete from control.grants g
  where here in (g.tenant_id, g.grantee_id) and control.grant_is_over(g);
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

-- Has what names people of a tenant rewritten anew that should be by now and is not; how many people.
-- For staff.
create or replace function control.bring_again(p_tenant uuid) returns integer
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  again integer;
begin
  with late as (
    update control.pool_arrivals set pending_since = now()
    where tenant_id = p_tenant and pending <> '{}' and pending_since < now() - interval '1 hour'
    returning tenant_id, former_user_id, new_user_id, pending),
  begun as (
    insert into control.outbox (tenant_id, id, job, payload)
    select l.tenant_id, app.uuid7(), r.job, jsonb_build_object(
      'formerUserId', l.former_user_id, 'newUserId', l.new_user_id)
    from late l cross join unnest(l.pending) r(job))
  select count(*) into again from late;
  return again;
end $$;

-- Has the proofs of a pool destroyed that a tenant left, once staff ended its join.
create or replace function control.close_pool_join(p_tenant uuid, p_join uuid) returns void
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.outbox (tenant_id, id, job, payload)
  select j.tenant_id, app.uuid7(), 'poolJoin.close', jsonb_build_object('joinId', j.id)
  from control.pool_joins j where j.tenant_id = p_tenant and j.id = p_join and j.state = 'ended';
end $$;
`;

export const poolJoinFunctionGrants: Record<string, string[]> = {
  'control.begin_pool_join(uuid, text)': ['rowhouse_app'],
  'control.bring_again(uuid)': ['rowhouse_platform'],
  'control.close_pool_join(uuid, uuid)': ['rowhouse_platform'],
  'control.former_pool_is_left(uuid)': ['rowhouse_app'],
  'control.own_ties()': ['rowhouse_app'],
  'control.ties_of(uuid)': ['rowhouse_platform'],
  'control.proofs_of(uuid)': ['rowhouse_app'],
  'control.spend_claims(uuid)': ['rowhouse_app'],
};
