import { searchKeysSql } from './search';

/**
 * Functions and tables every database that holds tenant rows carries, whatever the tier.
 * Idempotent: run again whenever its text changed. Runs as rowhouse_owner.
 */
export const shardSql = /* sql */ `
create table if not exists app.placements (
  tenant_id uuid primary key,
  schema_name text not null,
  state text not null default 'active' check (state in ('active', 'fenced', 'moved')),
  epoch bigint not null default 1
);
alter table app.placements add column if not exists role_name text not null default 'rowhouse_app';
-- Written ahead of the control plane, so one that no tenant claims is swept away: see db/shards/sweep.ts.
alter table app.placements add column if not exists placed_at timestamptz not null default now();
alter table app.placements add column if not exists settled boolean not null default false;
create index if not exists placements_unsettled on app.placements (placed_at) where not settled;
alter table app.placements enable row level security;
drop policy if exists pooled on app.placements;
drop policy if exists own on app.placements;
create policy pooled on app.placements for select to rowhouse_app using (true);
create policy own on app.placements for select to rowhouse_home using (role_name = current_user);
grant select on app.placements to rowhouse_app, rowhouse_home;

create or replace function app.deny() returns text language plpgsql stable as $$
begin
  raise exception 'no tenant in scope' using errcode = '42501';
end $$;

create or replace function app.stale() returns text language plpgsql stable as $$
begin
  raise exception 'placement changed' using errcode = '55006';
end $$;

create or replace function app.uuid7() returns uuid language sql volatile as $$
  select encode(
    set_byte(set_byte(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      6, (get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112),
      8, (get_byte(uuid_send(gen_random_uuid()), 8) & 63) | 128), 'hex')::uuid
$$;

-- A snapshot taken before the fence must not write after it: repeatable read holds the row itself.
create or replace function app.hold_placement(p_tenant uuid, p_epoch bigint) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform 1 from app.placements
    where tenant_id = p_tenant and epoch = p_epoch and state = 'active'
      and pg_has_role(session_user, role_name, 'member') for share;
  if not found then
    raise exception 'placement changed' using errcode = '55006';
  end if;
end $$;
revoke all on function app.hold_placement(uuid, bigint) from public;
grant execute on function app.hold_placement(uuid, bigint) to rowhouse_app, rowhouse_home;

-- Answers the name of this database. Safe to repeat.
drop function if exists app.place_pooled(uuid);
create function app.place_pooled(p_tenant uuid) returns text
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  insert into app.placements (tenant_id, schema_name) values (p_tenant, 'pooled')
  on conflict (tenant_id) do nothing;
  return current_database();
end $$;
revoke all on function app.place_pooled(uuid) from public;
grant execute on function app.place_pooled(uuid) to rowhouse_app;

-- As uuid7, with the microseconds behind the milliseconds: the log of one row must keep its order.
-- The server's own does so from version 18 on, in a fraction of the time.
do $make$ begin
  if current_setting('server_version_num')::int >= 180000 then
    create or replace function app.log_id() returns uuid language sql volatile as 'select uuidv7()';
  else
    create or replace function app.log_id() returns uuid language sql volatile as $$
      select encode(
        set_byte(set_byte(set_byte(
          overlay(uuid_send(gen_random_uuid())
            placing substring(int8send(t.us / 1000) from 3) from 1 for 6),
          6, (((t.us % 1000) * 4) >> 8)::int | 112),
          7, (((t.us % 1000) * 4) & 255)::int),
          8, (get_byte(uuid_send(gen_random_uuid()), 8) & 63) | 128), 'hex')::uuid
      from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us) t
    $$;
  end if;
end $make$;

create or replace function app.loggable(p_row jsonb) returns jsonb language sql immutable as $$
  select p_row - array['token_hash', 'secret', 'content', 'search_text']
$$;

-- What was, whole: going back to a moment needs the search text that only the product can compute.
-- What is now stands in the row itself, so "after" can do without.
create or replace function app.recallable(p_row jsonb) returns jsonb language sql immutable as $$
  select p_row - array['token_hash', 'secret', 'content']
$$;

-- Only the columns that differ, so that the log of an edit is as small as the edit.
create or replace function app.changed(p_row jsonb, p_other jsonb) returns jsonb
language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_row)
  where p_other -> key is distinct from value
$$;

-- What a row weighs, by what the log knows of it: a record its document, others all their columns.
create or replace function app.row_bytes(p_table text, p_row jsonb) returns bigint
language sql immutable as $$
  select coalesce(case p_table when 'records' then octet_length((p_row -> 'data')::text)
    else (select sum(octet_length(value::text)) from jsonb_each(p_row - array['token_hash', 'secret',
      'content', 'search_text', 'tenant_id']) where value <> 'null') end, 0)
$$;

create or replace function app.log_changes() returns trigger language plpgsql as $$
declare
  source text;
  columns constant text := 'tenant_id, id, transaction_id, table_name, row_id, operation, before, after, request_id, actor_id';
  stamp constant text := 'pg_current_xact_id()::text::bigint, $1, row_id, $2, before, after, '
    || 'nullif(current_setting(''app.request'', true), '''')::uuid, '
    || 'nullif(current_setting(''app.actor'', true), '''')::uuid';
  -- The sortable copies follow from the document: nobody asks the log for them.
  made_record constant text := 'jsonb_build_object(''id'', id, ''collection_id'', collection_id, '
    || '''data'', data, ''version'', version, ''import_id'', import_id, ''created_by'', created_by, '
    || '''created_at'', created_at, ''updated_by'', updated_by, ''updated_at'', updated_at, '
    || '''deleted_at'', deleted_at)';
begin
  source := case tg_op
    when 'INSERT' then 'select tenant_id, id as row_id, null::jsonb as before, '
      || case tg_table_name when 'records' then made_record else 'app.loggable(to_jsonb(n))' end
      || ' as after from new_rows n'
    when 'DELETE' then 'select tenant_id, id as row_id, app.recallable(to_jsonb(o)) as before, null::jsonb as after from old_rows o'
    else 'select n.tenant_id, n.id as row_id, '
      || 'app.changed(app.recallable(to_jsonb(o)), app.recallable(to_jsonb(n))) as before, '
      || 'app.changed(app.loggable(to_jsonb(n)), app.loggable(to_jsonb(o))) as after '
      || 'from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id'
  end;
  execute format('insert into %I.change_log (%s) select tenant_id, app.log_id(), %s from (%s) s',
    tg_table_schema, columns, stamp, source) using tg_table_name, lower(tg_op);
  return null;
end $$;

-- Keeps beside records what their documents say: which values are claimed, and who is linked.
-- A link to a record that is not there is left out: it comes with that record, or never. Targets are
-- looked up one by one: how many rows were written is unknown to the planner, which else reads the
-- whole table once for each.
create or replace function app.keep_beside_records() returns trigger language plpgsql as $$
declare
  here constant text := quote_ident(tg_table_schema);
  related boolean;
begin
  if tg_op = 'UPDATE' then
    execute format('delete from %1$s.unique_keys k using old_rows o
      where k.tenant_id = o.tenant_id and k.record_id = o.id and o.unique_keys <> ''{}''
        and not exists (select from new_rows n where n.tenant_id = o.tenant_id and n.id = o.id
          and n.deleted_at is null and k.id = any(n.unique_keys))', here);
  end if;
  execute format('insert into %1$s.unique_keys (tenant_id, id, record_id)
    select n.tenant_id, u.id, n.id from new_rows n cross join lateral unnest(n.unique_keys) u(id)
    where n.unique_keys <> ''{}'' and n.deleted_at is null and not exists (select from %1$s.unique_keys k
      where k.tenant_id = n.tenant_id and k.id = u.id and k.record_id = n.id)', here);
  execute format('select exists (select from %1$s.fields f
    join (select distinct tenant_id, collection_id from new_rows) n
      on n.tenant_id = f.tenant_id and n.collection_id = f.collection_id
    where f.type = ''relation'' and f.deleted_at is null)', here) into related;
  if not related then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    execute format('delete from %1$s.record_links l using new_rows n
      where l.tenant_id = n.tenant_id and l.record_id = n.id
        and not exists (select from %1$s.fields f where f.tenant_id = l.tenant_id and f.id = l.field_id
          and f.type = ''relation'' and f.deleted_at is null and n.data -> f.key ? l.target_id::text)', here);
  end if;
  execute format('insert into %1$s.record_links (tenant_id, id, field_id, record_id, target_id)
    select n.tenant_id, md5(f.id::text || n.id::text || t.id::text)::uuid, f.id, n.id, t.id
    from new_rows n
    join %1$s.fields f on f.tenant_id = n.tenant_id and f.collection_id = n.collection_id
      and f.type = ''relation'' and f.deleted_at is null
    cross join lateral jsonb_array_elements_text(
      case jsonb_typeof(n.data -> f.key) when ''array'' then n.data -> f.key else ''[]'' end) e(target)
    cross join lateral (select r.id from %1$s.records r
      where r.tenant_id = n.tenant_id and r.id = e.target::uuid limit 1) t
    on conflict do nothing', here);
  return null;
end $$;

create or replace function app.announce_job() returns trigger language plpgsql as $$
begin
  perform pg_notify('rowhouse_outbox', tg_table_schema);
  return null;
end $$;
${searchKeysSql}`;

/**
 * Which tenants that live here have jobs waiting in the pooled outbox: the dispatcher's only view
 * across tenants. Rows of a tenant that moved away are its copy's business.
 */
export const pooledSql = /* sql */ `
drop policy if exists look_up on app.placements;
create policy look_up on app.placements for select to rowhouse_lookup using (true);
grant select on app.placements to rowhouse_lookup;
-- Asked by workers of the last release, and to go with the next.
create or replace function app.waiting_tenants(p_limit integer) returns setof uuid
language sql stable security definer set search_path = pooled, pg_temp as $$
  select o.tenant_id from pooled.outbox o
  join app.placements p on p.tenant_id = o.tenant_id and p.schema_name = 'pooled' and p.state = 'active'
  where o.admitted_at is null and o.available_at <= now()
  group by o.tenant_id order by min(o.available_at) limit p_limit
$$;
alter function app.waiting_tenants(integer) owner to rowhouse_lookup;
revoke all on function app.waiting_tenants(integer) from public;
grant execute on function app.waiting_tenants(integer) to rowhouse_worker;
create or replace function app.waiting_tenants(p_after uuid, p_limit integer) returns setof uuid
language plpgsql stable security definer set search_path = pooled, pg_temp as $$
declare
  here uuid := coalesce(p_after, '00000000-0000-0000-0000-000000000000');
  found_so_far integer := 0;
begin
  while found_so_far < p_limit loop
    select o.tenant_id into here from pooled.outbox o
    where o.admitted_at is null and o.tenant_id > here order by o.tenant_id limit 1;
    exit when not found;
    if exists (select from pooled.outbox o
      where o.tenant_id = here and o.admitted_at is null and o.available_at <= now())
      and exists (select from app.placements p
        where p.tenant_id = here and p.schema_name = 'pooled' and p.state = 'active') then
      found_so_far := found_so_far + 1;
      return next here;
    end if;
  end loop;
end $$;
alter function app.waiting_tenants(uuid, integer) owner to rowhouse_lookup;
revoke all on function app.waiting_tenants(uuid, integer) from public;
grant execute on function app.waiting_tenants(uuid, integer) to rowhouse_worker;
`;
