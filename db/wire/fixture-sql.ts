/** Passwords of the fixture's login roles; the database lives as long as one test file. */
export const fixturePassword = 'kernel-fixture';

const roles = ['owner nologin', 'app nologin', 'web login', 'worker login', 'platform login'];

/** Cluster-wide roles, made once; several test files may do so at the same time. */
export const roleSql = `
select pg_advisory_xact_lock(727099);
${roles
  .map((role) => {
    const [name, login] = role.split(' ');
    return `do $$ begin
  if to_regrole('kernel_${name}') is null then create role kernel_${name} ${login}; end if;
end $$;`;
  })
  .join('\n')}
alter role kernel_web password '${fixturePassword}';
alter role kernel_worker password '${fixturePassword}';
alter role kernel_platform password '${fixturePassword}';
grant kernel_app to kernel_web, kernel_worker;
`;

const tenantRule = `tenant_id = (select coalesce(nullif(current_setting('app.tenant', true), ''), app.deny())::uuid)`;

/** Tables of the tenant plane in one schema, under the generated policy. */
export const tenantTablesSql = (schema: string) => `
create table ${schema}.projects (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  name text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  budget bigint,
  starts_at timestamptz,
  facts jsonb,
  labels text[],
  primary key (tenant_id, id),
  constraint projects_name unique (tenant_id, name)
);
create table ${schema}.tasks (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  position integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references ${schema}.projects (tenant_id, id) on delete cascade
);
create table ${schema}.journal (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null default gen_random_uuid(),
  actor text not null,
  request text not null,
  primary key (tenant_id, id)
);
${['projects', 'tasks', 'journal']
  .map(
    (table) => `alter table ${schema}.${table} owner to kernel_owner;
alter table ${schema}.${table} enable row level security;
alter table ${schema}.${table} force row level security;
create policy tenant on ${schema}.${table} for all to kernel_app using (${tenantRule}) with check (${tenantRule});
grant select, insert, update, delete on ${schema}.${table} to kernel_app;`,
  )
  .join('\n')}
create function ${schema}.note() returns trigger language plpgsql as $f$
begin
  insert into journal (actor, request)
  values (current_setting('app.actor', true), current_setting('app.request', true));
  return null;
end $f$;
create trigger note after insert or update or delete on ${schema}.projects
  for each statement execute function ${schema}.note();
grant usage on schema ${schema} to kernel_app;
`;

/** Everything of one fixture database, for a superuser. */
export const fixtureSql = (database: string) => `
revoke all on database ${database} from public;
grant connect on database ${database} to kernel_web, kernel_worker, kernel_platform;
revoke all on schema public from public;
create schema ext authorization kernel_owner;
create schema app authorization kernel_owner;
create schema control authorization kernel_owner;
create schema pooled authorization kernel_owner;
grant usage on schema ext, app, control to kernel_app, kernel_platform;

create table app.placements (
  tenant_id uuid primary key,
  schema_name text not null,
  state text not null default 'active' check (state in ('active', 'fenced', 'moved')),
  epoch bigint not null default 1
);
alter table app.placements owner to kernel_owner;
grant select on app.placements to kernel_app;
create function app.deny() returns text language plpgsql stable as $f$
begin raise exception 'no tenant in scope' using errcode = '42501'; end $f$;
create function app.stale() returns text language plpgsql stable as $f$
begin raise exception 'placement changed' using errcode = '55006'; end $f$;
create function app.hold_placement(p_tenant uuid, p_epoch bigint) returns void
language plpgsql security definer set search_path = app, pg_temp as $f$
begin
  perform 1 from app.placements
    where tenant_id = p_tenant and epoch = p_epoch and state = 'active' for share;
  if not found then perform app.stale(); end if;
end $f$;
alter function app.hold_placement(uuid, bigint) owner to kernel_owner;
revoke all on function app.hold_placement(uuid, bigint) from public;
grant execute on function app.hold_placement(uuid, bigint) to kernel_app;
${tenantTablesSql('pooled')}
${controlSql}
`;

const controlSql = `
create table control.placements (
  tenant_id uuid primary key,
  connection text not null default 'primary',
  tier text not null default 'pooled',
  database_name text not null default current_database(),
  schema_name text not null default 'pooled',
  role_name text not null default 'kernel_web',
  epoch bigint not null default 1,
  state text not null default 'active'
);
create table control.members (tenant_id uuid not null, user_id uuid not null, primary key (tenant_id, user_id));
create table control.notes (
  tenant_id uuid not null default current_setting('app.tenant')::uuid,
  id uuid not null default gen_random_uuid(),
  body text not null,
  primary key (tenant_id, id)
);
create table control.accounts (pool_id uuid not null, id uuid primary key, email text not null);
create table control.platform_access (
  id uuid primary key, staff_id uuid not null, reason text not null, request_id uuid not null,
  at timestamptz not null default now()
);
alter table control.notes enable row level security;
alter table control.notes force row level security;
create policy tenant on control.notes for all to kernel_app using (${tenantRule}) with check (${tenantRule});
create policy staff on control.notes for all to kernel_platform
  using ((select coalesce(nullif(current_setting('app.staff', true), ''), app.deny())::uuid) is not null);
alter table control.accounts enable row level security;
create policy pool on control.accounts for all to kernel_app
  using (pool_id = (select coalesce(nullif(current_setting('app.pool', true), ''), app.deny())::uuid));
alter table control.platform_access enable row level security;
create policy staff on control.platform_access for all to kernel_platform
  using ((select coalesce(nullif(current_setting('app.staff', true), ''), app.deny())::uuid) is not null);
grant select, insert, update, delete on control.notes, control.accounts to kernel_app;
grant select on control.notes to kernel_platform;
grant select, insert on control.platform_access to kernel_platform;

create function control.placement_of(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $f$
  select jsonb_build_object('tenantId', tenant_id, 'shard', 'one', 'connection', connection,
    'tier', tier, 'databaseName', database_name, 'schemaName', schema_name,
    'roleName', role_name, 'epoch', epoch, 'state', state)
  from control.placements where tenant_id = p_tenant
$f$;
create function control.tenants_open_to(p_user uuid, p_session uuid) returns jsonb
language sql stable security definer set search_path = control, pg_temp as $f$
  select coalesce(jsonb_agg(jsonb_build_object('id', tenant_id) order by tenant_id), '[]')
  from control.members where user_id = p_user
$f$;
`;
