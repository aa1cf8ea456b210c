import { type WireTarget, wireFor } from './client';
import { DbError } from './errors';
import type { Line } from './wire/line';

export interface RuntimeRoleOptions {
  login?: WireTarget['login'];
  /** Schemas that this role may own, such as the job queue's for the worker. */
  ownSchemas?: string[];
}

/**
 * Reads what the login may do and refuses one that could see past row security or change the shape
 * of the database, itself or through a role it is a member of. For the start of every process.
 * Throws `DbError('denied')` naming the faults, `unavailable` when the server is too old.
 */
export async function verifyRuntimeRole(options: RuntimeRoleOptions = {}): Promise<void> {
  const { login = 'app', ownSchemas = [] } = options;
  await verifyRole(wireFor({ login }), ownSchemas);
}

/** The same on a line to wherever. */
export async function verifyRole(line: Line, ownSchemas: string[] = []): Promise<void> {
  const [result] = await line.run([{ text: faultsText, values: [ownSchemas] }]);
  const [faults, version] = (result?.rows[0] ?? [['unreadable'], 0]) as [string[], number];
  if (faults.length > 0) {
    throw new DbError(
      'denied',
      `This database login must not run the product: ${faults.join(', ')}.`,
    );
  }
  const floor = minorFloors[Math.floor(version / 10_000)];
  if (version < 150_000 || (floor && version < floor)) {
    throw new DbError('unavailable', `Postgres ${version} lacks security fixes; update it.`);
  }
}

// Below these, row security could be passed by (CVE-2025-8713 and its kin).
const minorFloors: Record<number, number> = { 15: 150_014, 16: 160_010, 17: 170_006 };

const faultsText = `
with own as (
  select * from pg_roles where pg_has_role(current_user, oid, 'member')
), spaces as (
  select oid from pg_namespace
  where nspname !~ '^pg_' and nspname <> 'information_schema' and nspname <> all ($1::text[])
), relations as (
  select oid, relowner from pg_class
  where relnamespace in (select oid from spaces) and relkind in ('r', 'p', 'v', 'm', 'f')
)
select array_remove(array[
  case when exists (select from own where rolsuper) then 'superuser' end,
  case when exists (select from own where rolbypassrls) then 'bypasses row security' end,
  case when exists (select from own where rolcreatedb) then 'creates databases' end,
  case when exists (select from own where rolcreaterole) then 'creates roles' end,
  case when exists (select from own where rolreplication) then 'replicates' end,
  case when exists (select from relations join own on own.oid = relowner) then 'owns tables' end,
  case when exists (select from spaces where has_schema_privilege(oid, 'create'))
    then 'creates objects' end,
  case when has_database_privilege(current_database(), 'create') then 'creates schemas' end,
  case when has_database_privilege(current_database(), 'temporary')
    then 'creates temporary tables' end,
  case when exists (select from relations where has_table_privilege(oid, 'truncate'))
    then 'truncates' end
], null) as faults, current_setting('server_version_num')::int as version`;
