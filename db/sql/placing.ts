/** Where tenants live and where the next one goes: functions of the control database. */
export const placingSql = /* sql */ `
create or replace function control.placement_of(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select jsonb_build_object('tenantId', p.tenant_id, 'shard', s.name, 'connection', s.connection,
    'tier', p.tier, 'databaseName', p.database_name, 'schemaName', p.schema_name,
    'roleName', p.role_name, 'epoch', p.epoch, 'state', p.state)
  from control.placements p join control.shards s on s.id = p.shard_id
  where p.tenant_id = p_tenant
$$;

-- Tenants with walls of their own on one server, in turn: no one query could see their outboxes.
drop function if exists control.dedicated_tenants(uuid, integer);
create or replace function control.dedicated_tenants(
  p_connection text, p_after uuid, p_limit integer)
returns setof uuid language sql stable security definer set search_path = control, pg_temp as $$
  select p.tenant_id from control.placements p join control.shards s on s.id = p.shard_id
  where s.connection = p_connection and p.tier <> 'pooled' and p.state = 'active'
    and (p_after is null or p.tenant_id > p_after)
  order by p.tenant_id limit p_limit
$$;

-- How many more tenants of a tier a shard takes: its room less those counted at the last look and
-- those placed since. Below one when it is closed, silent or not for this tier.
create or replace function control.room_on(p_shard control.shards, p_tier text) returns integer
language sql stable as $$
  select case when p_shard.state = 'open' and p_tier = any(p_shard.tiers) and l.down_since is null
    then case p_tier when 'pooled' then p_shard.room_pooled - coalesce(l.pooled, 0)
        when 'schema' then p_shard.room_schema - coalesce(l.schema, 0)
        else p_shard.room_database - coalesce(l.database, 0) end
      - (select count(*)::int from control.placements p
         where p.shard_id = p_shard.id and p.tier = p_tier
           and p.changed_at > coalesce(l.sampled_at, '-infinity'))
    else 0 end
  from (select 1) one left join control.shard_loads l on l.shard_id = p_shard.id
$$;

-- Where the next tenant of a tier goes: most room first, or the named shard if it takes one.
create or replace function control.shard_for(p_tier text, p_name text, p_except text[])
returns jsonb language sql stable security definer set search_path = control, pg_temp as $$
  select jsonb_build_object('shardId', s.id, 'connection', s.connection)
  from control.shards s cross join lateral (select control.room_on(s, p_tier) as room) r
  where r.room > 0 and (p_name is null or s.name = p_name) and s.connection <> all (p_except)
  order by r.room desc, s.created_at limit 1
$$;

-- One that stands ready, where there is most room; two who ask at once get two.
drop function if exists control.take_home(text);
create or replace function control.take_home(p_tier text, p_name text, p_except text[]) returns jsonb
language sql volatile security definer set search_path = control, pg_temp as $$
  update control.homes h set state = 'taken', changed_at = now()
  from control.shards s
  where s.id = h.shard_id and h.id = (
    select x.id from control.homes x
    join (select y.id, y.connection, control.room_on(y, p_tier) as room from control.shards y
      where p_name is null or y.name = p_name) y on y.id = x.shard_id and y.room > 0
    where x.tier = p_tier and x.state = 'ready' and y.connection <> all (p_except)
      and not exists (select 1 from control.placements p where p.role_name = x.role_name)
    order by y.room desc, x.created_at limit 1
    for update of x skip locked)
  returning jsonb_build_object('id', h.id, 'shardId', h.shard_id, 'connection', s.connection,
    'tier', h.tier, 'databaseName', h.database_name, 'schemaName', h.schema_name,
    'roleName', h.role_name)
$$;

-- Only one in which nobody came to live.
create or replace function control.return_home(p_id uuid) returns void
language sql volatile security definer set search_path = control, pg_temp as $$
  update control.homes h set state = 'ready', changed_at = now()
  where h.id = p_id and h.state = 'taken'
    and not exists (select 1 from control.placements p where p.role_name = h.role_name)
    and not exists (select 1 from control.moves m where m.released_at is null
      and h.role_name in (m.source ->> 'roleName', m.target ->> 'roleName'))
$$;
`;
