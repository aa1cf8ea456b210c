/** Who asks and what they may do, for every door; part of `controlSql`, after what it calls. */
export const requestFactsSql = /* sql */ `
-- Everything a door needs to judge a request, in one trip. The credential is bound to the tenant
-- found from the host, and a browser session to the host itself. Planned once: custom plans would be
-- made anew at every request and cost more than they save.
create or replace function control.request_facts(
  p_slug text, p_host text, p_token_hash text, p_kind text) returns jsonb
language plpgsql stable security definer set search_path = control, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  found_tenant uuid := control.find_tenant(p_slug, p_host);
  facts jsonb;
  s record;
  p control.security_policies;
begin
  if found_tenant is null then return null; end if;
  facts := jsonb_build_object('tenant', control.tenant_facts(found_tenant),
    'flags', control.flag_facts(found_tenant), 'plan', control.plan_facts(found_tenant),
    'overrides', coalesce(control.limit_overrides_of(found_tenant), '{}'));
  select * into p from control.security_policies where tenant_id = found_tenant;
  if p.networks <> '{}' then
    facts := facts || jsonb_build_object('networks', to_jsonb(p.networks));
  end if;
  if p.methods_off <> '{}' then
    facts := facts || jsonb_build_object('methodsOff', to_jsonb(p.methods_off));
  end if;
  if p_token_hash is null then return facts; end if;

  select x.id, x.login_id, x.user_id, x.kind, x.last_seen_at, x.proven_at,
    l.second_factor_at is not null as second_factor, l.only_tenant_id is not null as confined,
    l.method = 'sso' as provided,
    case p.second_factor when 'required'
      then control.second_factor_by(found_tenant, x.user_id) end as second_factor_by into s
  from control.sessions x
  join control.logins l on l.pool_id = x.pool_id and l.id = x.login_id
  where x.token_hash = p_token_hash and x.tenant_id = found_tenant and x.kind = p_kind
    and (x.kind = 'api' or x.host = p_host)
    and (l.only_tenant_id is null or l.only_tenant_id = found_tenant)
    and x.revoked_at is null and l.revoked_at is null and x.expires_at > now()
    and x.last_seen_at + make_interval(secs => least(x.idle_seconds, p.idle_minutes * 60)) > now()
    and (p.absolute_hours is null
      or x.created_at + make_interval(hours => p.absolute_hours) > now());
  if found then
    return facts || coalesce(control.actor_facts(found_tenant, s.user_id)
      || jsonb_build_object('session', jsonb_build_object('id', s.id, 'loginId', s.login_id,
        'kind', s.kind, 'lastSeenAt', s.last_seen_at,
        'fresh', s.proven_at > now() - interval '15 minutes', 'secondFactor', s.second_factor,
        'confined', s.confined, 'throughProvider', s.provided, 'secondFactorBy', s.second_factor_by,
        'secondFactorDue', coalesce(s.second_factor_by <= now(), false))), '{}');
  end if;

  if p_kind = 'api' then
    select k.id, k.user_id, k.scopes into s from control.api_tokens k
    where k.tenant_id = found_tenant and k.token_hash = p_token_hash
      and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
    if found then
      return facts || coalesce(control.actor_facts(found_tenant, s.user_id)
        || jsonb_build_object('token', jsonb_build_object('id', s.id, 'scopes', to_jsonb(s.scopes))), '{}');
    end if;
    select k.id, k.client_id, k.name, k.made_by_name, k.scopes, k.role_id into s
    from control.workspace_tokens k
    where k.tenant_id = found_tenant and k.token_hash = p_token_hash
      and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
    if found then
      return facts || jsonb_build_object(
        'token', jsonb_build_object('id', s.id, 'scopes', to_jsonb(s.scopes)),
        'client', jsonb_build_object('id', s.client_id, 'name', s.name, 'madeBy', s.made_by_name),
        'roles', (select jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name,
            'builtIn', r.built_in, 'permissions', to_jsonb(r.permissions)))
          from control.roles r where r.tenant_id = found_tenant and r.id = s.role_id));
    end if;
  end if;
  return facts;
end $$;
`;
