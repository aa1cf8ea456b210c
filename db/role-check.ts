import pg from 'pg';

/**
 * Refuses to go on when a runtime login could step over row security: superuser, BYPASSRLS, right to
 * create databases or roles, owner of tables, or member of a role that is.
 */
export async function checkRuntimeRoles(urls: string[]): Promise<void> {
  for (const url of urls) await checkRuntimeRole(url);
}

async function checkRuntimeRole(connectionString: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; fault: string | null }>(`
      select current_user as name, coalesce(
        (select case when rolsuper then 'is a superuser' when rolbypassrls then 'has BYPASSRLS'
           when rolcreatedb or rolcreaterole then 'may create databases or roles' end
         from pg_roles where rolname = current_user),
        (select 'is a member of ' || r.rolname from pg_roles r
         where r.rolname not in (current_user, 'rowhouse_app')
           and pg_has_role(current_user, r.oid, 'member') limit 1),
        (select 'owns ' || c.oid::regclass from pg_class c join pg_roles r on r.oid = c.relowner
         where r.rolname = current_user and c.relnamespace in ('control'::regnamespace, 'pooled'::regnamespace)
         limit 1)) as fault`);
    const [row] = rows;
    if (row?.fault) {
      throw new Error(`The database role ${row.name} ${row.fault}, so it could see every tenant.`);
    }
  } finally {
    await client.end();
  }
}
