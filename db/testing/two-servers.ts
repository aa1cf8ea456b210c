import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { placePooled } from '../directory';
import type { Place } from '../homes/home';
import type { Servers } from '../homes/servers';
import { createTestDatabase, type TestDatabase } from './database';
import { type SecondServer, startSecondServer } from './second-server';

/** A test database whose control plane knows a second server as the shard East. */
export interface TwoServers {
  database: TestDatabase;
  second: SecondServer;
  /** The operator's hands on both. */
  servers: Servers;
  shardOf(connection: string): { shardId: string; connection: string };
  /** A tenant in the shared tables of a server; answers its id. */
  settle(connection: string): Promise<string>;
  /** Makes a tenant of an id that lives where its place says. */
  inhabit(tenantId: string, place: Place): Promise<void>;
  /** Runs SQL as superuser on the second server. */
  onSecond<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  end(): Promise<void>;
}

export async function openTwoServers({ durable = false } = {}): Promise<TwoServers> {
  const second = await startSecondServer({ durable });
  const database = await createTestDatabase({ shards: { second: second.urlOf('rowhouse_web') } });
  await database.query(
    `insert into control.shards (id, name, connection) values (app.uuid7(), 'East', 'second')`,
  );
  const rows = await database.query<{ id: string; connection: string }>(
    'select id, connection from control.shards',
  );
  const ids = new Map(rows.map(({ id, connection }) => [connection, id]));
  const urls = { ...database.servers.urls, second: second.urlOf('rowhouse_operator') };
  const shardOf = (connection: string) => ({ shardId: ids.get(connection) ?? '', connection });
  const inhabit = (tenantId: string, place: Place) => openIn(database, tenantId, place);
  return {
    database,
    second,
    servers: { ...database.servers, urls },
    shardOf,
    inhabit,
    settle: async (connection) => {
      const tenantId = randomUUID();
      await inhabit(tenantId, await placePooled(shardOf(connection), tenantId));
      return tenantId;
    },
    onSecond: (text, values) => runOn(second.adminUrl, text, values),
    end: async () => {
      await database.drop();
      await second.remove();
    },
  };
}

async function openIn(database: TestDatabase, tenantId: string, place: Place) {
  const { shardId, tier, databaseName, schemaName, roleName } = place;
  await database.query(
    `with pool as (insert into control.pools (id, name, kind) values (app.uuid7(), 'p', 'private') returning id),
     tenant as (insert into control.tenants (id, pool_id, slug, name) select $1::uuid, id, $1::uuid::text, 'T' from pool returning id)
     insert into control.placements (tenant_id, shard_id, tier, database_name, schema_name, role_name)
     values ($1::uuid, $2, $3, $4, $5, $6)`,
    [tenantId, shardId, tier, databaseName, schemaName, roleName],
  );
}

async function runOn<T extends pg.QueryResultRow>(url: string, text: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
