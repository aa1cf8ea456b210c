/** What home over all tenants of a person begins with. Part of `controlSql`, whose parts it calls. */
export const ownTenantsSql = /* sql */ `
-- Active tenants of a person, the one of their session first, with what a door needs to judge what
-- they may read there: a session counts as over where it is too old, and where the way its device
-- signed in by is switched off. A session that has ended finds none, and one that a tenant's identity
-- provider opened that tenant alone.
create or replace function control.tenants_open_to(p_user uuid, p_session uuid) returns jsonb
language plpgsql stable security definer set search_path = control, pg_temp as $$
declare
  s record;
begin
  select x.pool_id, x.tenant_id, x.created_at, l.only_tenant_id, l.method into s
  from control.sessions x
  join control.logins l on l.pool_id = x.pool_id and l.id = x.login_id
  join control.users u on u.pool_id = x.pool_id and u.id = x.user_id and u.state = 'active'
  where x.id = p_session and x.user_id = p_user
    and x.revoked_at is null and l.revoked_at is null and x.expires_at > now();
  if not found then return '[]'; end if;
  return (
    select coalesce(jsonb_agg(control.tenant_facts(f.id) || jsonb_build_object(
      'color', f.color, 'membershipId', f.membership, 'roles', control.roles_of(f.id, f.membership),
      'teams', control.teams_of(f.id, p_user),
      'networks', f.networks, 'sessionOver', f.session_over,
      'secondFactorDue', f.demands
        and coalesce(control.second_factor_by(f.id, p_user) <= now(), false))
      order by f.elsewhere, f.name, f.id), '[]')
    from (
      select t.id, t.name, t.id <> s.tenant_id as elsewhere, m.id as membership,
        b.tokens ->> 'color' as color, to_jsonb(coalesce(p.networks, '{}')) as networks,
        coalesce(p.second_factor = 'required', false) as demands,
        coalesce(s.created_at + make_interval(hours => p.absolute_hours) <= now(), false)
          or (t.id <> s.tenant_id and coalesce(s.method = any(p.methods_off), false))
          as session_over
      from control.memberships m
      join control.tenants t on t.id = m.tenant_id and t.pool_id = s.pool_id
      left join control.security_policies p on p.tenant_id = t.id
      left join control.brandings b on b.tenant_id = t.id and b.state = 'published'
      where m.user_id = p_user and m.state = 'active' and t.status = 'active'
        and (s.only_tenant_id is null or t.id = s.only_tenant_id)
      order by elsewhere, t.name, t.id
      limit 51) f
  );
end $$;
`;
