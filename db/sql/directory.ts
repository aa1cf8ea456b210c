/** What the directory knows of a host; part of `controlSql`, after what it calls. */
export const directorySql = /* sql */ `
-- What middleware carries: facts, published looks, placement epoch.
create or replace function control.host_entry(p_slug text, p_host text) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select (control.tenant_facts(f.id) - 'eventKinds') || jsonb_build_object(
    'epoch', p.epoch, 'connection', s.connection,
    'brandVersion', b.version * 2 + shown.platform::integer,
    'brand', case when shown.platform then b.brand - 'whiteLabel' else b.brand end,
    'leadsTo', case when p_slug is null then (select control.primary_host(f.id)
      from control.domains d where d.tenant_id = f.id and d.host = p_host
        and d.redirects and not d.is_primary) end)
  from (select control.find_tenant(p_slug, p_host) as id) f
  left join control.brandings b on b.tenant_id = f.id and b.state = 'published'
  -- Looks that leave the platform's name out show it while the plan does not let them. Pages are kept by
  -- version, so both ways have one of their own.
  left join lateral (select coalesce((b.brand ->> 'whiteLabel')::boolean
    and not (control.plan_facts(f.id) -> 'terms' ->> 'whiteLabel')::boolean, false) as platform) shown on true
  left join control.placements p on p.tenant_id = f.id
  left join control.shards s on s.id = p.shard_id
  where f.id is not null
$$;

-- The same with what is said of the flags that are named, for whoever carries entries.
create or replace function control.directory_entry(p_slug text, p_host text, p_flags text[]) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select e.entry || jsonb_build_object('flags',
    control.flag_facts((e.entry ->> 'id')::uuid, p_flags))
  from (select control.host_entry(p_slug, p_host) as entry) e where e.entry is not null
$$;
`;
