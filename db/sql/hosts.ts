/** Days for which a proof counts; a host whose proof was not seen for longer is not served. */
export const hostProofDays = 7;

/** Days for which a name that was served stays closed to all but the tenant that had it. */
export const quarantineDays = 30;

/** Days after which neither a proof nor a route that was seen says that a tenant is still at home there. */
export const homeDays = 2;

/** What becomes of a claim whose host was taken: only a record of another value counts from then on. */
export const begunAnew = /* sql */ `state = 'released', is_primary = false, verified_at = null,
  proof = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), finding = null,
  others = 0, route_finding = null, route_found = '{}', checked_at = null`;

/** Whether a row of `hosts` is served at this moment, by the database's clock. */
const counts = (row: string) =>
  `${row}.serves and (${row}.proven_at is null or ${row}.proven_at > clock_timestamp() - interval '${hostProofDays} days')`;

/** For proofs that come one after the other, the hoster is asked again no sooner. */
const soon = `greatest(clock_timestamp(), n.asked_at + interval '2 minutes')`;

/** Who serves a custom host, and which one a tenant is at home at; part of `controlSql`. */
export const hostsSql = /* sql */ `
create or replace function control.tenant_at(p_host text) returns uuid
language plpgsql stable as $$
begin
  return (select h.tenant_id from control.hosts h where h.host = p_host and ${counts('h')});
end $$;

-- The host a tenant is at home at; null where that is its own address below the root.
create or replace function control.primary_host(p_tenant uuid) returns text
language plpgsql stable as $$
begin
  return (
    select d.host from control.domains d
    join control.hosts h on h.host = d.host and h.tenant_id = d.tenant_id
    where d.tenant_id = p_tenant and d.is_primary
      and coalesce(d.route_finding, 'right') in ('right', 'failed') and ${counts('h')}
      and (h.proven_at is null or h.proven_at > clock_timestamp() - interval '${homeDays} days'
        or (d.route_finding = 'right'
          and d.checked_at > clock_timestamp() - interval '${homeDays} days'))
    limit 1
  );
end $$;

-- Takes a host for the tenant in scope, whose proof was just seen, or keeps it. False where another
-- has it, or had it not long ago. Of many at once one gets it. Where it was served before, the time
-- for which others have to wait runs on until it is served again.
create or replace function control.hold_host(p_host text, p_serves boolean) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  t uuid := current_setting('app.tenant')::uuid;
begin
  insert into control.hosts as h (host, tenant_id, serves, proven_at, next_check_at)
  values (p_host, t, p_serves, clock_timestamp(),
    clock_timestamp() + interval '20 hours' + random() * interval '4 hours')
  on conflict (host) do update set tenant_id = excluded.tenant_id, proven_at = excluded.proven_at,
    next_check_at = excluded.next_check_at, former_id = null,
    free_at = case when h.free_at > clock_timestamp() then h.free_at end,
    serves = excluded.serves or (h.serves and h.tenant_id = t)
    where h.tenant_id = t or (h.tenant_id is null
      and (h.former_id = t or h.free_at <= clock_timestamp()));
  return found;
end $$;

-- Gives up a host that the tenant in scope has. One that was served stays closed to others for a
-- while; of another nothing is left.
create or replace function control.release_host(p_host text) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  t uuid := current_setting('app.tenant')::uuid;
begin
  delete from control.hosts where host = p_host and tenant_id = t and not serves
    and coalesce(free_at <= clock_timestamp(), true);
  if found then return true; end if;
  update control.hosts set tenant_id = null, former_id = tenant_id, serves = false,
    proven_at = null, next_check_at = null, free_at = case when serves
      then clock_timestamp() + interval '${quarantineDays} days' else free_at end
  where host = p_host and tenant_id = t;
  return found;
end $$;

-- Ends a tenant's hold of a host, and has the tenant begin again with a record of another value. The
-- claim first, as looks do: one that is under way comes to nothing.
create or replace function control.end_host_hold(p_tenant uuid, p_host text) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  perform 1 from control.domains where tenant_id = p_tenant and host = p_host for update;
  update control.hosts set tenant_id = null, former_id = tenant_id, serves = false,
    proven_at = null, next_check_at = null,
    free_at = clock_timestamp() + interval '${quarantineDays} days'
  where host = p_host and tenant_id = p_tenant;
  if not found then return false; end if;
  update control.domains set ${begunAnew} where tenant_id = p_tenant and host = p_host;
  insert into control.outbox (tenant_id, id, job, payload)
  values (p_tenant, app.uuid7(), 'domains.lose', jsonb_build_object('host', p_host, 'by', 'staff'));
  return true;
end $$;

-- Has the hoster told of what became of a host, unless it never heard of it. Each proof that is seen
-- has it asked again, though not at once after it was asked. Looks of each day are further apart than
-- the hours here: where one comes sooner somebody wants to know, and waiting begins anew.
create or replace function control.tell_hoster() returns trigger
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  is_wanted boolean := tg_op = 'UPDATE' and new.proven_at < old.proven_at + interval '20 hours';
begin
  if tg_op = 'DELETE' or new.tenant_id is null then
    delete from control.hoster_names
    where host = old.host and tenant_id is not null and asked_at is null;
    update control.hoster_names set tenant_id = null, version = version + 1, state = 'asked',
      reason = null, said = null, tries = 0, next_at = clock_timestamp()
    where host = old.host and tenant_id is not null;
    return null;
  end if;
  insert into control.hoster_names as n (host, tenant_id) values (new.host, new.tenant_id)
  on conflict (host) do update set tenant_id = excluded.tenant_id,
    version = n.version + (n.tenant_id is distinct from excluded.tenant_id)::integer,
    state = case when n.tenant_id = excluded.tenant_id then n.state else 'asked' end,
    reason = case when n.tenant_id = excluded.tenant_id then n.reason end,
    said = case when n.tenant_id = excluded.tenant_id then n.said end,
    tries = case when n.tenant_id = excluded.tenant_id and not is_wanted then n.tries else 0 end,
    next_at = case
      when n.tenant_id is distinct from excluded.tenant_id then clock_timestamp()
      when n.held_until > clock_timestamp() then ${soon}
      when n.next_at <= clock_timestamp() then n.next_at
      else least(n.next_at, ${soon}) end;
  return null;
end $$;

-- Opens a host that is kept closed to whoever proves it next.
create or replace function control.free_host(p_former uuid, p_host text) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  delete from control.hosts where host = p_host and tenant_id is null and former_id = p_former;
  return found;
end $$;
`;

/** Its functions by who may call them. */
export const hostFunctionGrants: Record<string, string[]> = {
  'control.tenant_at(text)': [],
  'control.primary_host(uuid)': ['rowhouse_platform'],
  'control.hold_host(text, boolean)': ['rowhouse_app'],
  'control.release_host(text)': ['rowhouse_app'],
  'control.tell_hoster()': [],
  'control.end_host_hold(uuid, text)': ['rowhouse_platform'],
  'control.free_host(uuid, text)': ['rowhouse_platform'],
};
