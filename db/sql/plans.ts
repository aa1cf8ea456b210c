/** What plans give to tenants. Part of `controlSql`, before what asks for it. */
export const plansSql = /* sql */ `
-- What holds for tenants that are on no plan, as staff said last; null for everything, without limits.
create or replace function control.fallback_plan() returns jsonb
language plpgsql stable as $$
begin
  return (
    select jsonb_build_object('id', p.id, 'name', p.name, 'version', v.version, 'state', 'signed',
      'fallback', true, 'terms', v.terms - 'prices' - 'description')
    from (select f.plan_id, f.version from control.fallback_plans f order by f.position desc limit 1) said
    join control.plans p on p.id = said.plan_id
    join control.plan_versions v on v.plan_id = said.plan_id and v.version = said.version
  );
end $$;

-- The plan that holds for a tenant, without what it costs; where nobody put it on one, what holds then.
create or replace function control.plan_facts(p_tenant uuid) returns jsonb
language plpgsql stable as $$
begin
  return coalesce((
    select jsonb_build_object('id', p.id, 'name', p.name, 'version', v.version, 'state', s.state,
      'fallback', false, 'terms', v.terms - 'prices' - 'description')
    from control.subscriptions s
    join control.plans p on p.id = s.plan_id
    join control.plan_versions v on v.plan_id = s.plan_id and v.version = s.version
    where s.tenant_id = p_tenant and s.state in ('signed', 'suspended')
  ), control.fallback_plan());
end $$;

-- Modules that a tenant has switched off, and those its plan leaves out.
create or replace function control.modules_off(p_tenant uuid) returns jsonb
language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(distinct off.module), '[]') from (
      select m.module from control.tenant_modules m where m.tenant_id = p_tenant and not m.enabled
      union all
      select jsonb_array_elements_text(control.plan_facts(p_tenant) -> 'terms' -> 'withoutModules')
    ) off
  );
end $$;

-- How much jobs of tenants weigh beside those of others.
create or replace function control.queue_weights(p_tenants uuid[])
returns table (id uuid, weight integer)
language sql stable security definer set search_path = control, pg_temp as $$
  select t.id, coalesce((control.plan_facts(t.id) -> 'terms' ->> 'queueWeight')::integer, 1)
  from unnest(p_tenants) t(id)
$$;

-- Gives the tenant in scope, which is opened in this very transaction as a copy, the plan that another
-- one of its pool has at this moment.
create or replace function control.copy_subscription(p_source uuid) returns void
language plpgsql security definer set search_path = control, pg_temp as $$
begin
  insert into control.subscriptions (tenant_id, id, plan_id, version, state, asked_by_name)
  select here.id, app.uuid7(), s.plan_id, s.version, s.state, s.asked_by_name
  from control.tenants here
  join control.tenants source on source.pool_id = here.pool_id and source.id = p_source
  join control.subscriptions s on s.tenant_id = source.id and s.state in ('signed', 'suspended')
  where here.id = current_setting('app.tenant')::uuid and here.created_at = now();
end $$;
`;

export const planFunctionGrants: Record<string, string[]> = {
  'control.fallback_plan()': ['rowhouse_app', 'rowhouse_platform'],
  'control.plan_facts(uuid)': ['rowhouse_app', 'rowhouse_platform'],
  'control.modules_off(uuid)': [],
  'control.queue_weights(uuid[])': ['rowhouse_worker'],
  'control.copy_subscription(uuid)': ['rowhouse_app'],
};
