import { directorySql } from './directory';
import { emailDomainFunctionGrants, emailDomainsSql } from './email-domains';
import { flagFunctionGrants, flagsSql } from './flags';
import { grantFunctionGrants, grantsSql } from './grants';
import { heldRolesSql } from './held-roles';
import { hostFunctionGrants, hostsSql } from './hosts';
import { limitFunctionGrants, limitsSql } from './limits';
import { ownTenantsSql } from './own-tenants';
import { placingSql } from './placing';
import { planFunctionGrants, plansSql } from './plans';
import { poolJoinFunctionGrants, poolJoinsSql } from './pool-joins';
import { rateFunctionGrants, ratesSql } from './rates';
import { requestFactsSql } from './request-facts';

import { stripeFunctionGrants, stripeSql } from './stripe';
import { teamFunctionGrants, teamsSql } from './teams';
import { usageFunctionGrants, usageSql } from './usage';

/**
 * Narrow look-ups before a tenant or user is known, and the directory's change feed.
 * Owned by rowhouse_lookup, which sees what its own policies show and cannot log in.
 */
export const controlSql = /* sql */ `${heldRolesSql}${placingSql}${teamsSql}${ownTenantsSql}${emailDomainsSql}${poolJoinsSql}${limitsSql}${hostsSql}${plansSql}${flagsSql}${usageSql}${ratesSql}${stripeSql}
-- Parts of the look-ups below, callable by their owner alone. In plpgsql, each branch a statement of
-- its own, so that a session plans them once instead of at every request.
create or replace function control.find_tenant(p_slug text, p_host text) returns uuid
language plpgsql stable as $$
begin
  if p_slug is not null then
    return (select id from control.tenants where slug = p_slug);
  elsif p_host ~ '^id:[0-9a-f-]{36}$' then
    return (select id from control.tenants where id = substr(p_host, 4)::uuid);
  end if;
  return control.tenant_at(p_host);
end $$;

create or replace function control.tenant_facts(p_tenant uuid) returns jsonb
language plpgsql stable as $$
begin
  return (
    select jsonb_build_object(
      'id', t.id, 'poolId', t.pool_id, 'slug', t.slug, 'name', t.name, 'status', t.status,
      'statusReason', t.status_reason, 'locale', t.locale, 'timeZone', t.time_zone,
      'primaryHost', control.primary_host(t.id),
      'modulesOff', control.modules_off(t.id),
      'eventKinds', t.event_kinds)
    from control.tenants t where t.id = p_tenant
  );
end $$;

${directorySql}
create or replace function control.roles_of(p_tenant uuid, p_membership uuid) returns jsonb
language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name,
      'builtIn', r.built_in, 'permissions', to_jsonb(r.permissions))), '[]')
    from control.held_roles h
    join control.roles r on r.tenant_id = h.tenant_id and r.id = h.role_id
    where h.tenant_id = p_tenant and h.membership_id = p_membership
  );
end $$;

create or replace function control.actor_facts(p_tenant uuid, p_user uuid) returns jsonb
language plpgsql stable as $$
begin
  return (
    select jsonb_build_object(
      'user', jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name,
        'locale', u.locale, 'timeZone', u.time_zone),
      'membership', case when m.id is null then null
        else jsonb_build_object('id', m.id, 'state', m.state) end,
      'roles', case when m.id is null then '[]'::jsonb else control.roles_of(p_tenant, m.id) end,
      'teams', case when m.id is null then null else control.teams_of(p_tenant, p_user) end)
    from control.users u
    left join control.memberships m on m.tenant_id = p_tenant and m.user_id = u.id
    where u.id = p_user and u.state = 'active'
      and u.pool_id = (select pool_id from control.tenants where id = p_tenant)
  );
end $$;

-- Until when a member may stay without a second factor; null where none is asked of them.
create or replace function control.second_factor_by(p_tenant uuid, p_user uuid) returns timestamptz
language plpgsql stable security definer set search_path = control, pg_temp as $$
begin
  return (
    select greatest(p.second_factor_from, m.joined_at) + make_interval(days => p.grace_days)
    from control.security_policies p
    join control.memberships m on m.tenant_id = p.tenant_id and m.user_id = p_user
    where p.tenant_id = p_tenant and p.second_factor = 'required'
      and (p.second_factor_roles = '{}' or exists (
        select 1 from control.held_roles h
        join control.roles r on r.tenant_id = h.tenant_id and r.id = h.role_id
        where h.tenant_id = p_tenant and h.membership_id = m.id
          and r.key = any(p.second_factor_roles))
        or p.second_factor_roles && control.roles_over_teams(p_tenant, p_user))
  );
end $$;

${requestFactsSql}
create or replace function control.staff_facts(p_token_hash text, p_kind text) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select jsonb_build_object('id', f.id, 'email', f.email, 'name', f.name,
    'sessionId', x.id, 'lastSeenAt', x.seen)
  from control.staff f
  join (
    select id, staff_id, last_seen_at as seen from control.staff_sessions
    where p_kind = 'browser' and token_hash = p_token_hash and revoked_at is null
      and expires_at > now() and last_seen_at + make_interval(secs => idle_seconds) > now()
    union all
    select id, staff_id, last_used_at from control.staff_tokens
    where p_kind = 'token' and token_hash = p_token_hash and revoked_at is null
      and (expires_at is null or expires_at > now())
  ) x on x.staff_id = f.id
  where f.state = 'active'
$$;

create or replace function control.staff_by_email(p_email_key text) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select jsonb_build_object('id', id, 'name', name, 'email', email, 'passwordHash', password_hash)
  from control.staff where email_key = p_email_key and state = 'active'
$$;

create or replace function control.slug_taken(p_slug text) returns boolean
language sql stable security definer set search_path = control, pg_temp as $$
  select exists (select 1 from control.tenants where slug = p_slug) or exists (
    select 1 from control.openings
    where slug = p_slug and opened_at is null and give_up_asked_at is null)
$$;

-- A tenant whose address is held for another that is being opened is not written.
create or replace function control.keep_held_slug() returns trigger
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  if exists (select 1 from control.openings where slug = new.slug and tenant_id <> new.id
    and opened_at is null and give_up_asked_at is null) then
    return null;
  end if;
  return new;
end $$;

create or replace function control.tenants_of_user(p_user uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name,
    'status', t.status, 'roles', control.roles_of(t.id, m.id),
    'primaryHost', control.primary_host(t.id)) order by t.name), '[]')
  from control.memberships m
  join control.users u on u.id = m.user_id and u.state = 'active'
  join control.tenants t on t.id = m.tenant_id and t.pool_id = u.pool_id
  where m.user_id = p_user and m.state = 'active' and t.status in ('active', 'suspended')
$$;

-- Horizon first: a transaction still open then will be reported by the next call.
create or replace function control.directory_changes_since(p_horizon bigint) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select jsonb_build_object(
    'horizon', pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
    'keys', coalesce((select jsonb_agg(distinct key) from control.directory_changes
      where p_horizon > 0 and transaction_id >= p_horizon), '[]'))
$$;

create or replace function control.announce_change() returns trigger
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  changed uuid := (to_jsonb(coalesce(new, old))
    ->> case when tg_table_name = 'tenants' then 'id' else 'tenant_id' end)::uuid;
begin
  insert into control.directory_changes (id, transaction_id, key)
  select app.uuid7(), pg_current_xact_id()::text::bigint, k from (
    select 'slug:' || slug from control.tenants where id = changed
    union select 'host:' || host from control.hosts where tenant_id = changed
    union select 'host:' || (to_jsonb(old) ->> 'host') where tg_table_name = 'hosts' and tg_op <> 'INSERT'
    union select 'slug:' || slug from control.tenants
      where tg_table_name = 'hosts' and id = (to_jsonb(old) ->> 'tenant_id')::uuid
  ) keys(k) where k is not null;
  return null;
end $$;

-- Asked by workers of the last release, and to go with the next.
create or replace function control.waiting_tenants(p_limit integer) returns setof uuid
language sql stable security definer set search_path = control, pg_temp as $$
  select tenant_id from control.outbox
  where admitted_at is null and available_at <= now()
  group by tenant_id order by min(available_at) limit p_limit
$$;

-- From tenant to tenant by the index: however many jobs of one wait, they are not read.
create or replace function control.waiting_tenants(p_after uuid, p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = control, pg_temp as $$
declare
  here uuid := coalesce(p_after, '00000000-0000-0000-0000-000000000000');
  found_so_far integer := 0;
begin
  while found_so_far < p_limit loop
    select o.tenant_id into here from control.outbox o
    where o.admitted_at is null and o.tenant_id > here order by o.tenant_id limit 1;
    exit when not found;
    if exists (select from control.outbox o
      where o.tenant_id = here and o.admitted_at is null and o.available_at <= now()) then
      found_so_far := found_so_far + 1;
      return next here;
    end if;
  end loop;
end $$;

-- Parked jobs that staff want tried again.
create or replace function control.parked_to_retry(p_limit integer)
returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = control, pg_temp as $$
  select p.tenant_id, p.id from control.parked_jobs p
  where p.retry_asked_at is not null order by p.tenant_id limit p_limit
$$;

-- Counts a guess and says how many seconds to wait; 0 means go ahead. Atomic under parallel guesses.
create or replace function control.count_attempt(
  p_key text, p_limit integer, p_window_seconds integer) returns integer
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  a control.attempts;
begin
  insert into control.attempts as t (key, count, resets_at)
  values (p_key, 1, now() + make_interval(secs => p_window_seconds))
  on conflict (key) do update set
    count = case when t.resets_at <= now() then 1 else t.count + 1 end,
    resets_at = case when t.resets_at <= now()
      then now() + make_interval(secs => p_window_seconds) else t.resets_at end
  returning * into a;
  return case when a.count > p_limit
    then greatest(1, ceil(extract(epoch from a.resets_at - now())))::integer else 0 end;
end $$;

create or replace function control.forget_attempts(p_key text) returns void
language sql security definer set search_path = control, pg_temp as $$
  delete from control.attempts where key = p_key
$$;
${grantsSql}`;

/** Functions of `controlSql` by who may call them; everything else is revoked from everybody. */
export const controlFunctionGrants: Record<string, string[]> = {
  'control.find_tenant(text, text)': [],
  'control.tenant_facts(uuid)': [],
  'control.roles_of(uuid, uuid)': [],
  ...teamFunctionGrants,
  'control.actor_facts(uuid, uuid)': [],
  ...hostFunctionGrants,
  ...flagFunctionGrants,
  'control.host_entry(text, text)': ['rowhouse_app', 'rowhouse_directory'],
  'control.directory_entry(text, text, text[])': ['rowhouse_app', 'rowhouse_directory'],
  'control.directory_changes_since(bigint)': ['rowhouse_app', 'rowhouse_directory'],
  'control.second_factor_by(uuid, uuid)': ['rowhouse_app'],
  'control.request_facts(text, text, text, text)': ['rowhouse_app'],
  'control.staff_facts(text, text)': ['rowhouse_app', 'rowhouse_platform'],
  'control.staff_by_email(text)': ['rowhouse_app', 'rowhouse_platform'],
  'control.slug_taken(text)': ['rowhouse_app', 'rowhouse_platform'],
  'control.keep_held_slug()': [],
  'control.placement_of(uuid)': ['rowhouse_app', 'rowhouse_platform'],
  'control.dedicated_tenants(text, uuid, integer)': ['rowhouse_worker'],
  'control.room_on(control.shards, text)': [],
  'control.shard_for(text, text, text[])': ['rowhouse_app'],
  'control.take_home(text, text, text[])': ['rowhouse_app'],
  'control.return_home(uuid)': ['rowhouse_app'],
  'control.tenants_of_user(uuid)': ['rowhouse_app'],
  'control.tenants_open_to(uuid, uuid)': ['rowhouse_app'],
  ...grantFunctionGrants,
  ...poolJoinFunctionGrants,
  ...limitFunctionGrants,
  ...planFunctionGrants,
  ...usageFunctionGrants,
  ...rateFunctionGrants,
  ...stripeFunctionGrants,
  'control.waiting_tenants(integer)': ['rowhouse_worker'],
  'control.waiting_tenants(uuid, integer)': ['rowhouse_worker'],
  'control.parked_to_retry(integer)': ['rowhouse_worker'],
  'control.count_attempt(text, integer, integer)': ['rowhouse_app', 'rowhouse_platform'],
  'control.forget_attempts(text)': ['rowhouse_app', 'rowhouse_platform'],
  ...emailDomainFunctionGrants,
  'control.announce_change()': [],
};
