import { hkdfSync } from 'node:crypto';
import pg from 'pg';
import { lockInTime } from './patience';

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
    const isSuperuser = await requireRights(admin);
    await lockInTime(admin, { key: 727001, doing: 'sets this server up', waitMs: 60_000 });
    for (const group of groups) await createRole(admin, group, 'nologin');
    for (const [role, grants] of Object.entries(logins)) {
      await createRole(admin, role, `login ${grants}`);
      const password = rolePassword(options.secret, role as LoginRole);
      await admin.query(`alter role ${role} password ${admin.escapeLiteral(password)}`);
    }
    await admin.query(
      `grant rowhouse_owner, rowhouse_worker to current_user;
       grant rowhouse_lookup to rowhouse_owner;
       grant rowhouse_home, rowhouse_lodger to rowhouse_operator with admin option`,
    );
    if (isSuperuser) {
      await admin.query(
        `grant pg_signal_backend, pg_read_all_stats to rowhouse_operator;
         grant set on parameter session_replication_role to rowhouse_operator`,
      );
    }
    await createDatabase(admin, options.databaseName);
  });
  await asAdmin(connectionUrl(options.adminUrl, options.databaseName), async (admin) => {
    await prepareDatabase(admin);
    if (options.kind !== 'shard') await prepareControl(admin);
  });
}

/**
 * Only a superuser may give the operator what two of its tasks take: copying without firing triggers,
 * and cutting lines that hold up a move. One who is none may set up again what a superuser set up.
 */
async function requireRights(admin: pg.Client): Promise<boolean> {
  const { rows } = await admin.query<{ name: string; strong: boolean; enough: boolean }>(
    `select current_user as name, rolsuper as strong, rolsuper or exists (
       select 1 from pg_roles o where o.rolname = 'rowhouse_operator' and o.rolbypassrls
         and pg_has_role(o.oid, 'pg_signal_backend', 'member')
         and pg_has_role(o.oid, 'pg_read_all_stats', 'member')
         and has_parameter_privilege(o.oid, 'session_replication_role', 'set')) as enough
     from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.enough) return rows[0].strong;
  throw new Error(
    `Setting this server up takes a superuser, and ${rows[0]?.name} is none. It is needed for the role rowhouse_operator, which passes row security by, may set session_replication_role and belongs to pg_signal_backend and pg_read_all_stats. Let a superuser run the set-up once, or make that role by hand.`,
  );
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
