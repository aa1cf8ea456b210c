import pg from 'pg';
import { bootstrap, connectionUrl } from '../bootstrap';
import { migrateShard } from '../migrate';

/** Session lock by which two connections find out that they lead to one database. */
const twinLock = 727005;
const connectTimeoutMs = 5_000;

export interface ShardSetUp {
  /** Admin URLs by connection name. */
  adminUrls: Readonly<Record<string, string>>;
  databaseName: string;
  secret: string;
  folder: string;
}

/**
 * Brings every further server to what tenants need: roles, schemas, shared tables, functions. One
 * that fails does not hold up the others; answers the errors by connection name. Throws when two
 * connections lead to one database.
 */
export async function setUpShards(
  primaryUrl: string,
  { adminUrls, databaseName, secret, folder }: ShardSetUp,
): Promise<Map<string, unknown>> {
  const failures = new Map<string, unknown>();
  const ready: [string, string][] = [['primary', primaryUrl]];
  for (const [name, adminUrl] of Object.entries(adminUrls)) {
    try {
      await bootstrap({ adminUrl, databaseName, secret, kind: 'shard' });
      ready.push([name, connectionUrl(adminUrl, databaseName)]);
    } catch (error) {
      failures.set(name, error);
    }
  }
  await refuseTwins(ready);
  for (const [name, url] of ready.slice(1)) {
    await migrateShard({ url, folder }).catch((error: unknown) => failures.set(name, error));
  }
  return failures;
}

/** Two rows of `control.shards` over one set of tables would count and move what is not there. */
async function refuseTwins(servers: [string, string][]) {
  const clients: pg.Client[] = [];
  try {
    for (const [name, url] of servers) {
      const client = new pg.Client({
        connectionString: url,
        connectionTimeoutMillis: connectTimeoutMs,
      });
      client.on('error', () => undefined);
      await client.connect();
      clients.push(client);
      const { rows } = await client.query<{ alone: boolean }>(
        'select pg_try_advisory_lock($1) as alone',
        [twinLock],
      );
      if (rows[0]?.alone) continue;
      throw new Error(`SHARD_URLS."${name}" leads to a database that another connection serves.`);
    }
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}
