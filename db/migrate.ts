import { join } from 'node:path';
import pg from 'pg';
import { lockInTime } from './patience';
import { applyPlane, guard, once, prepareRecord } from './shape';
import { controlFunctionGrants, controlSql } from './sql/control';
import { pooledSql, shardSql } from './sql/shard';

/** Advisory lock that lets one migrator work on a database at a time. */
const migrationLock = 727002;
const connectTimeoutMs = 5_000;
/** Another start of the product may be migrating a large table. */
const turnMs = 120_000;

export interface MigrateOptions {
  /** URL of a member of rowhouse_owner, on the database to migrate. */
  url: string;
  /** Folder that holds `control/` and `tenant/` migrations. */
  folder: string;
  /** How long to wait while somebody else migrates the same database. */
  turnMs?: number;
}

/**
 * Applies what is missing of both planes, then row security, grants and functions, in one
 * transaction under an advisory lock. Returns how many migration files were applied. Throws a
 * sentence that names who holds the lock when it is not free in time.
 */
export const migrate = (options: MigrateOptions): Promise<number> => locked(options, applyAll);

/** The same for a server that holds shared tenant tables alone. */
export const migrateShard = (options: MigrateOptions & ShardLimits): Promise<number> =>
  locked(options, applyShard);

interface ShardLimits {
  /** How long to wait for a table that tenants are using; for ever without. */
  lockTimeoutMs?: number;
}

async function locked<O extends MigrateOptions>(
  options: O,
  apply: (client: pg.Client, options: O) => Promise<number>,
): Promise<number> {
  const client = new pg.Client({
    connectionString: options.url,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await lockInTime(client, {
      key: migrationLock,
      doing: 'migrates',
      waitMs: options.turnMs ?? turnMs,
    });
    await client.query('begin');
    await client.query('set local role rowhouse_owner');
    const applied = await apply(client, options);
    await client.query('commit');
    return applied;
  } finally {
    await client.end();
  }
}

async function applyAll(client: pg.Client, { folder }: MigrateOptions) {
  await prepareRecord(client);
  await once(client, 'functions:shard', shardSql);
  const count =
    (await applyPlane(client, 'control', { folder: join(folder, 'control'), schema: 'control' })) +
    (await applyPooled(client, folder));
  const changed = [
    await once(client, 'functions:control', controlSql),
    await once(client, 'functions:pooled', pooledSql),
    await once(client, 'grants:control', grantSql()),
  ].some(Boolean);
  await guard(client, ['control', 'pooled'], { force: count > 0 || changed });
  return count;
}

async function applyShard(
  client: pg.Client,
  { folder, lockTimeoutMs }: MigrateOptions & ShardLimits,
) {
  if (lockTimeoutMs) await client.query(`set local lock_timeout = ${Math.ceil(lockTimeoutMs)}`);
  await prepareRecord(client);
  await once(client, 'functions:shard', shardSql);
  const count = await applyPooled(client, folder);
  const changed = await once(client, 'functions:pooled', pooledSql);
  await guard(client, ['pooled'], { force: count > 0 || changed });
  return count;
}

const applyPooled = (client: pg.Client, folder: string) =>
  applyPlane(client, 'tenant:pooled', { folder: join(folder, 'tenant'), schema: 'pooled' });

const grantSql = () =>
  Object.entries(controlFunctionGrants)
    .flatMap(([name, roles]) => [
      `alter function ${name} owner to rowhouse_lookup`,
      `revoke all on function ${name} from public`,
      ...roles.map((role) => `grant execute on function ${name} to ${role}`),
    ])
    .join(';\n');
