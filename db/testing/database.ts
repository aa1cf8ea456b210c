import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { connectionUrl, type LoginRole, rolePassword } from '../bootstrap';
import { closePools, configureDatabase, type DatabaseConfig } from '../client';
import type { Home, HomeTier } from '../homes/home';
import { prepareHome } from '../homes/prepare';
import type { Servers } from '../homes/servers';
import { clusterUrl } from './cluster';
import { testSecret } from './names';
import { Planes } from './planes';
import { ensureTemplate } from './template';

export interface TestDatabase {
  name: string;
  /** URL as superuser: for set-up and for looking behind row security. */
  adminUrl: string;
  urlOf(role: LoginRole): string;
  /** Runs SQL as superuser. */
  query<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  /** Runs SQL, then `work`, as superuser in a transaction that is rolled back. */
  inRolledBack<T>(opening: string, work: (query: Query) => Promise<T>): Promise<T>;
  /** The operator's hands on this database and its server. */
  servers: Servers;
  /** Prepares one more home, as the operator does. */
  addHome(tier: HomeTier): Promise<Home>;
  /** Runs SQL as superuser where a tenant's rows are: its tables need no schema before their name. */
  queryPlane<T extends pg.QueryResultRow>(
    home: Home | null,
    text: string,
    values?: unknown[],
  ): Promise<T[]>;
  drop(): Promise<void>;
}

type Query = <T extends pg.QueryResultRow>(text: string) => Promise<T[]>;

/** Clones the template and points the kernel of this process at the clone, as runtime roles. */
export async function createTestDatabase(
  config: Partial<DatabaseConfig> = {},
): Promise<TestDatabase> {
  const cluster = clusterUrl();
  const template = await ensureTemplate(cluster);
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await onCluster(cluster, `create database ${name} template ${template}`);
  const adminUrl = connectionUrl(cluster, name);
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  // Dropping the database cuts connections that are still saying goodbye.
  admin.on('connect', (client) => client.on('error', () => undefined));
  admin.on('error', () => undefined);
  await grantAgain(admin, name);
  const urlOf = (role: LoginRole) =>
    connectionUrl(cluster, name, [role, rolePassword(testSecret, role)]);
  configureDatabase({
    web: urlOf('rowhouse_web'),
    platform: urlOf('rowhouse_platform'),
    roleSecret: testSecret,
    ...config,
  });
  const servers: Servers = {
    urls: { primary: urlOf('rowhouse_operator') },
    roleSecret: testSecret,
    folder: join(process.cwd(), 'db/migrations'),
  };
  const planes = new Planes(cluster, name);
  return {
    name,
    adminUrl,
    urlOf,
    servers,
    addHome: async (tier) => {
      const { rows } = await admin.query<{ id: string }>(
        `select id from control.shards where name = 'primary'`,
      );
      const shard = { id: rows[0]?.id ?? '', connection: 'primary' };
      return await prepareHome(servers, shard, { tier });
    },
    queryPlane: (home, text, values) => planes.query(home, text, values),
    query: async <T extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await admin.query<T>(text, values)).rows,
    inRolledBack: async (opening, work) => {
      const client = await admin.connect();
      try {
        await client.query(`begin; ${opening}`);
        return await work(
          async <T extends pg.QueryResultRow>(text: string) => (await client.query<T>(text)).rows,
        );
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
    drop: async () => {
      await closePools();
      const own = await admin.query<{ name: string }>(
        `select database_name as name from control.homes where tier = 'database'`,
      );
      await admin.end();
      await planes.end();
      for (const home of own.rows) {
        await onCluster(cluster, `drop database if exists "${home.name}" with (force)`);
      }
      await onCluster(cluster, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onCluster(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Rights on the database itself are not part of a template. */
async function grantAgain(admin: pg.Pool, name: string) {
  await admin.query(`revoke all on database "${name}" from public`);
  await admin.query(
    `grant connect on database "${name}" to rowhouse_web, rowhouse_platform, rowhouse_worker, rowhouse_directory, rowhouse_operator, rowhouse_lodger`,
  );
  await admin.query(`grant create on database "${name}" to rowhouse_owner`);
}
