import { hkdfSync } from 'node:crypto';
import pg from 'pg';
import { lockInTime } from './patience';
import { planningOf } from './planning';

/** Login roles, each with a password derived from the master secret; group roles cannot log in. */
const logins = {
  rowhouse_web: 'in role rowhouse_app',
  rowhouse_worker: 'in role rowhouse_app',
  rowhouse_platform: '',
  rowhouse_directory: '',
  rowhouse_operator: 'in role rowhouse_owner createdb createrole bypassrls',
} as const;

// Roles of single tenants are members of rowhouse_home, and of rowhouse_lodger to enter this database.
const groups = [
  'rowhouse_owner',
  'rowhouse_app',
  'rowhouse_lookup',
  'rowhouse_search',
  'rowhouse_home',
  'rowhouse_lodger',
];

export type LoginRole = keyof typeof logins;

/** Password of a login role: HKDF-SHA256 of the master secret, hex. */
export const rolePassword = (secret: string, role: LoginRole) =>
  Buffer.from(hkdfSync('sha256', secret, '', `db:${role}`, 32)).toString('hex');

/** The same server as `adminUrl`, as another role and database. */
export function connectionUrl(adminUrl: string, database: string, login?: [string, string]) {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (login) [url.username, url.password] = login;
  return url.toString();
}

/** The control server carries the control plane beside shared tenant tables, a shard only the latter. */
export type ServerKind = 'control' | 'shard';

export interface BootstrapOptions {
  /** URL of a role that may create roles and databases. */
  adminUrl: string;
  databaseName: string;
  secret: string;
  /** `control` unless said otherwise. */
  kind?: ServerKind;
}

/**
 * Brings roles, database, schemas and extensions of a server to what migrations expect.
 * Idempotent. Throws a sentence that says which right the admin lacks, before anything is made.
 */
export async function bootstrap(options: BootstrapOptions): Promise<void> {
  await asAdmin(options.adminUrl, async (admin) => {
    const grants = await missingGrants(admin);
    await lockInTime(admin, { key: 727001, doing: 'sets this server up', waitMs: 60_000 });
    for (const group of groups) await createRole(admin, group, 'nologin');
    for (const [role, grants] of Object.entries(logins)) {
      await createRole(admin, role, `login ${grants}`);
      const password = rolePassword(options.secret, role as LoginRole);
      await admin.query(`alter role ${role} password ${admin.escapeLiteral(password)}`);
      await admin.query(planningOf(role));
    }
    await admin.query(
      `grant rowhouse_owner, rowhouse_worker to current_user;
       grant rowhouse_lookup, rowhouse_search to rowhouse_owner;
       grant rowhouse_home, rowhouse_lodger to rowhouse_operator with admin option`,
    );
    for (const grant of grants) await admin.query(grant);
    await createDatabase(admin, options.databaseName);
  });
  await asAdmin(connectionUrl(options.adminUrl, options.databaseName), async (admin) => {
    await prepareDatabase(admin);
    if (options.kind !== 'shard') await prepareControl(admin);
  });
}

/** What the operator needs and who may give it: copying without firing triggers, cutting lines. */
const operatorRights = [
  {
    words: 'may create roles that bypass row security',
    held: `exists (select 1 from pg_roles where rolname = 'rowhouse_operator' and rolbypassrls)`,
    givable:
      'exists (select 1 from pg_roles where rolname = current_user and (rolbypassrls or rolsuper))',
    grant: '',
  },
  ...['pg_signal_backend', 'pg_read_all_stats'].map((role) => ({
    words: `may pass on the role ${role}`,
    held: `exists (select 1 from pg_roles where rolname = 'rowhouse_operator' and pg_has_role(oid, '${role}', 'member'))`,
    givable: `pg_has_role('${role}', 'member with admin option')`,
    grant: `grant ${role} to rowhouse_operator`,
  })),
  {
    words: 'may grant SET on session_replication_role',
    held: `exists (select 1 from pg_roles where rolname = 'rowhouse_operator' and has_parameter_privilege(oid, 'session_replication_role', 'set'))`,
    givable: `has_parameter_privilege('session_replication_role', 'set with grant option')`,
    grant: 'grant set on parameter session_replication_role to rowhouse_operator',
  },
];

/**
 * The grants that this admin can make and that are still to be made. Throws, before anything is made,
 * naming what somebody stronger must do first.
 */
async function missingGrants(admin: pg.Client): Promise<string[]> {
  const asked = operatorRights.map(({ held, givable }) => `${held}, ${givable}`).join(', ');
  const { rows } = await admin.query<(boolean | string)[]>({
    text: `select current_user::text, ${asked}`,
    rowMode: 'array',
  });
  const [name, ...facts] = rows[0] ?? [];
  const missing = operatorRights.filter((_, at) => facts[2 * at] !== true);
  const beyond = missing.filter((right) => facts[2 * operatorRights.indexOf(right) + 1] !== true);
  if (beyond.length > 0) {
    const words = beyond.map((right) => right.words).join(', ');
    throw new Error(
      `${name} cannot set this server up: it takes a superuser, or a role that ${words}. Let one run the set-up once; after that ${name} will do.`,
    );
  }
  return missing.flatMap(({ grant }) => grant || []);
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<void>) {
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function createRole(admin: pg.Client, role: string, attributes: string) {
  const found = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 0) await admin.query(`create role ${role} ${attributes}`);
}

async function createDatabase(admin: pg.Client, name: string) {
  const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount === 0) await admin.query(`create database "${name}"`);
}

async function prepareDatabase(admin: pg.Client) {
  const database = (await admin.query('select current_database() as name')).rows[0].name;
  await admin.query(`
    revoke all on database "${database}" from public;
    grant connect on database "${database}" to ${Object.keys(logins).join(', ')}, rowhouse_lodger;
    grant create on database "${database}" to rowhouse_owner;
    revoke all on schema public from public;
    create schema if not exists ext authorization rowhouse_owner;
    create schema if not exists app authorization rowhouse_owner;
    create schema if not exists pooled authorization rowhouse_owner;
    create extension if not exists pg_trgm schema ext;
    grant usage on schema ext, app, pooled to rowhouse_app, rowhouse_lookup;
    grant usage on schema ext, app to rowhouse_home;
    grant create on schema app to rowhouse_lookup;
  `);
}

async function prepareControl(admin: pg.Client) {
  await admin.query(`
    create schema if not exists control authorization rowhouse_owner;
    create schema if not exists graphile_worker authorization rowhouse_worker;
    grant usage on schema control to rowhouse_app, rowhouse_lookup;
    grant usage on schema app, control to rowhouse_platform, rowhouse_directory;
    grant create on schema control to rowhouse_lookup;
  `);
}
