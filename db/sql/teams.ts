/** Whom teams bring near. Part of `controlSql`, and asked for by the product too. */
export const teamsSql = /* sql */ `
-- People of these teams and of all below them; archived ones give nobody.
create or replace function control.people_of_teams(p_tenant uuid, p_teams uuid[]) returns jsonb
language plpgsql stable as $$
begin
  return (
    with recursive found as (
      select t.id from control.teams t
      where t.tenant_id = p_tenant and t.id = any(p_teams) and t.archived_at is null
      union
      select t.id from control.teams t join found f on t.parent_id = f.id
      where t.tenant_id = p_tenant and t.archived_at is null)
    select coalesce(jsonb_agg(distinct x.user_id), '[]') from found f
    join control.team_members x on x.tenant_id = p_tenant and x.team_id = f.id
  );
end $$;

-- Whose records rules may open to a member by team: people of the teams they belong to and of those
-- below the ones they lead, for each role limited to a team the people it is over, and the teams they
-- belong to with all above. Null for who is in no team: that is asked at every request, and costs two
-- looks into an index.
create or replace function control.teams_of(p_tenant uuid, p_user uuid) returns jsonb
language plpgsql stable as $$
declare
  led uuid[];
  mine uuid[];
  over jsonb;
begin
  select array_agg(x.team_id) filter (where x.is_lead), array_agg(x.team_id) into led, mine
  from control.team_members x where x.tenant_id = p_tenant and x.user_id = p_user;
  select jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name,
    'builtIn', r.built_in, 'permissions', to_jsonb(r.permissions), 'teamId', x.team_id,
    'people', control.people_of_teams(p_tenant, array[x.team_id]))) into over
  from control.team_roles x
  join control.roles r on r.tenant_id = x.tenant_id and r.id = x.role_id
  where x.tenant_id = p_tenant and x.user_id = p_user
    and (x.ends_at is null or x.ends_at > now());
  if mine is null and over is null then return null; end if;
  return jsonb_build_object('over', coalesce(over, '[]'), 'ids', (
    with recursive up as (
      select t.id, t.parent_id from control.teams t
      where t.tenant_id = p_tenant and t.id = any(mine) and t.archived_at is null
      union
      select t.id, t.parent_id from control.teams t join up u on t.id = u.parent_id
      where t.tenant_id = p_tenant and t.archived_at is null)
    select coalesce(jsonb_agg(id), '[]') from up), 'people', (
    select coalesce(jsonb_agg(distinct p.id), '[]') from (
      select jsonb_array_elements(control.people_of_teams(p_tenant, led)) as id where led is not null
      union
      select to_jsonb(x.user_id) from control.team_members x
      join control.teams t on t.tenant_id = p_tenant and t.id = x.team_id and t.archived_at is null
      where x.tenant_id = p_tenant and x.team_id = any(mine)) p));
end $$;

-- Keys of the roles that somebody has over a team now.
create or replace function control.roles_over_teams(p_tenant uuid, p_user uuid) returns text[]
language plpgsql stable as $$
begin
  return array(
    select r.key from control.team_roles x
    join control.roles r on r.tenant_id = x.tenant_id and r.id = x.role_id
    where x.tenant_id = p_tenant and x.user_id = p_user
      and (x.ends_at is null or x.ends_at > now()));
end $$;
`;

export const teamFunctionGrants: Record<string, string[]> = {
  'control.roles_over_teams(uuid, uuid)': [],
  'control.people_of_teams(uuid, uuid[])': ['rowhouse_app'],
  'control.teams_of(uuid, uuid)': ['rowhouse_app'],
};
