/**
 * What tenants of a pool let each other look at. Part of `controlSql`. Each side sees its own half of
 * a grant by row security alone; whatever is read of the other half goes through here, for the tenant
 * that was entered and for nobody an argument names.
 */
export const grantsSql = /* sql */ `
-- Has the tenant on the other side of a grant tell its admins what became of it. False for a grant that
-- this tenant has no part in.
create or replace function control.tell_of_grant(p_grant uuid, p_news text) returns boolean
language plpgsql security definer set search_path = control, pg_temp as $$
declare
  me uuid := current_setting('app.tenant')::uuid;
begin
  insert into control.outbox (tenant_id, id, job, payload)
  select case me when g.tenant_id then g.grantee_id else g.tenant_id end, app.uuid7(), 'grants.tell',
    jsonb_build_object('id', g.id, 'news', p_news)
  from control.grants g where g.id = p_grant and me in (g.tenant_id, g.grantee_id);
  return found;
end $$;

-- A tenant by its address, if it is another one of the same pool; one of another pool is nowhere.
create or replace function control.grant_partner(p_slug text, p_host text) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select jsonb_build_object('id', t.id, 'poolId', t.pool_id, 'name', t.name)
  from control.tenants me
  join control.tenants t on t.pool_id = me.pool_id and t.id <> me.id and t.status = 'active'
  where me.id = current_setting('app.tenant')::uuid and t.id = control.find_tenant(p_slug, p_host)
$$;

-- Whether a grant opens anything at this moment, by the clock of the database: accepted, neither taken
-- back nor over, both tenants in use and of one pool, the module of what is shared still on.
create or replace function control.grant_stands(g control.grants) returns boolean
language plpgsql stable as $$
begin
  return g.ended_at is null and g.ends_at > now()
    and exists (select 1 from control.grant_answers a where a.tenant_id = g.grantee_id
      and a.grantor_id = g.tenant_id and a.grant_id = g.id and a.state = 'accepted')
    and exists (select 1 from control.tenants o join control.tenants e on e.pool_id = o.pool_id
      where o.id = g.tenant_id and e.id = g.grantee_id
        and o.status = 'active' and e.status = 'active')
    and not exists (select 1 from control.tenant_modules m where m.tenant_id = g.tenant_id
      and m.module = split_part(g.view, '.', 1) and not m.enabled);
end $$;

-- Whether a grant neither opens anything nor waits for an answer any more.
create or replace function control.grant_is_over(g control.grants) returns boolean
language plpgsql stable as $$
begin
  return g.ended_at is not null or g.ends_at <= now()
    or exists (select 1 from control.grant_answers a where a.tenant_id = g.grantee_id
      and a.grantor_id = g.tenant_id and a.grant_id = g.id and a.state = 'declined');
end $$;

-- What both sides may know of a grant, with the tenant on the other side.
create or replace function control.grant_facts(g control.grants, p_partner uuid) returns jsonb
language plpgsql stable as $$
begin
  return (
    select jsonb_build_object('id', g.id, 'view', g.view, 'placeId', g.place_id,
      'placeName', g.place_name, 'fields', g.fields, 'reach', g.reach,
      'personField', g.person_field, 'rows', cardinality(g.row_ids), 'roles', to_jsonb(g.roles),
      'purpose', g.purpose, 'createdAt', g.created_at, 'createdByName', g.created_by_name,
      'giverLeft', p_partner = g.grantee_id and not exists (select 1 from control.memberships m
        where m.tenant_id = g.tenant_id and m.user_id = g.created_by),
      'endsAt', g.ends_at, 'endedAt', g.ended_at, 'endedByName', g.ended_by_name,
      'state', case when g.ended_at is not null then 'ended'
        when a.state = 'declined' then 'declined'
        when g.ends_at <= now() then 'over'
        else coalesce(a.state, 'offered') end,
      'answer', case when a.id is null then null else jsonb_build_object('at', a.answered_at,
        'byName', a.answered_by_name, 'roles', (select coalesce(jsonb_agg(k), '[]')
          from unnest(g.roles) k where k = any(a.roles))) end,
      'partner', jsonb_build_object('id', t.id, 'name', t.name, 'slug', t.slug,
        'active', t.status = 'active', 'timeZone', t.time_zone,
        'primaryHost', control.primary_host(t.id)))
    from control.tenants t
    left join control.grant_answers a on a.tenant_id = g.grantee_id
      and a.grantor_id = g.tenant_id and a.grant_id = g.id
    where t.id = p_partner
  );
end $$;

-- Grants of this tenant, or the one that is named: a look-up by id must not depend on the bound of a list.
drop function if exists control.grants_given();
create or replace function control.grants_given(p_grant uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select coalesce(jsonb_agg(control.grant_facts(f.g, (f.g).grantee_id)
    order by f.is_over, (f.g).created_at desc, (f.g).id desc), '[]')
  from (select g, control.grant_is_over(g) as is_over from control.grants g
    where g.tenant_id = current_setting('app.tenant')::uuid and (p_grant is null or g.id = p_grant)
    order by is_over, g.created_at desc, g.id desc limit 300) f
$$;

drop function if exists control.grants_received();
create or replace function control.grants_received(p_grant uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select coalesce(jsonb_agg(control.grant_facts(f.g, (f.g).tenant_id)
    order by f.is_over, (f.g).created_at desc, (f.g).id desc), '[]')
  from (select g, control.grant_is_over(g) as is_over from control.grants g
    where g.grantee_id = current_setting('app.tenant')::uuid and (p_grant is null or g.id = p_grant)
    order by is_over, g.created_at desc, g.id desc limit 300) f
$$;

-- Grants to this tenant that a member may look at now, by the built-in roles they hold everywhere. Of
-- one grant, when it is named, also whom it may be about: who is in both tenants.
create or replace function control.grants_open_to(p_user uuid, p_grant uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select coalesce(jsonb_agg(control.grant_facts(g, g.tenant_id) || case when p_grant is null
      then '{}'::jsonb else jsonb_build_object('rowIds', to_jsonb(g.row_ids), 'people', (
        select coalesce(jsonb_agg(x.user_id), '[]') from control.memberships x
        join control.memberships y on y.tenant_id = g.grantee_id and y.user_id = x.user_id
          and y.state = 'active'
        join control.users u on u.id = x.user_id and u.state = 'active'
        where x.tenant_id = g.tenant_id and x.state = 'active' and g.reach = 'people')) end
    order by g.created_at desc), '[]')
  from control.grants g
  join control.grant_answers a on a.tenant_id = g.grantee_id and a.grantor_id = g.tenant_id
    and a.grant_id = g.id
  where g.grantee_id = current_setting('app.tenant')::uuid and (p_grant is null or g.id = p_grant)
    and control.grant_stands(g)
    and exists (
      select 1 from control.memberships m
      join control.held_roles h on h.tenant_id = m.tenant_id and h.membership_id = m.id
      join control.roles r on r.tenant_id = h.tenant_id and r.id = h.role_id
      where m.tenant_id = g.grantee_id and m.user_id = p_user and m.state = 'active'
        and r.built_in and r.key = any(g.roles) and r.key = any(a.roles))
$$;

-- Grants of this tenant by which others may look at rows about a member: chosen rows, which its own
-- plane knows to be about whom, and rows about people who are in both.
create or replace function control.grants_about(p_user uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $$
  select coalesce(jsonb_agg(control.grant_facts(g, g.grantee_id)
    || jsonb_build_object('rowIds', to_jsonb(g.row_ids)) order by g.created_at desc), '[]')
  from control.grants g
  where g.tenant_id = current_setting('app.tenant')::uuid and control.grant_stands(g)
    and (g.reach = 'rows' or exists (select 1 from control.memberships m
      where m.tenant_id = g.grantee_id and m.user_id = p_user and m.state = 'active'))
$$;
`;

/** Its functions by who may call them. */
export const grantFunctionGrants: Record<string, string[]> = {
  'control.grant_stands(control.grants)': [],
  'control.grant_is_over(control.grants)': [],
  'control.grant_facts(control.grants, uuid)': [],
  'control.grant_partner(text, text)': ['rowhouse_app'],
  'control.tell_of_grant(uuid, text)': ['rowhouse_app'],
  'control.grants_given(uuid)': ['rowhouse_app'],
  'control.grants_received(uuid)': ['rowhouse_app'],
  'control.grants_open_to(uuid, uuid)': ['rowhouse_app'],
  'control.grants_about(uuid)': ['rowhouse_app'],
};
