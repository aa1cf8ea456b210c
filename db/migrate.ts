import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { guardSql, type TableFact } from './policies';
import { controlFunctionGrants, controlSql } from './sql/control';
import { pooledSql, shardSql } from './sql/shard';

/** Advisory lock that lets one migrator work on a database at a time. */
const migrationLock = 727002;

export interface MigrateOptions {
  /** URL of a member of rowhouse_owner, on the database to migrate. */
  url: string;
  /** Folder that holds `control/` and `tenant/` migrations. */
  folder: string;
  /** Schema of the tenant plane in this database. */
  tenantSchema?: string;
}

/**
 * Applies what is missing of both planes, then row security, grants and functions, in one
 * transaction under an advisory lock. Returns how many migration files were applied.
 */
export async function migrate(options: MigrateOptions): Promise<number> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query('begin');
    await client.query('set local role rowhouse_owner');
    const applied = await applyAll(client, options);
    await client.query('commit');
    return applied;
  } finally {
    await client.end();
  }
}

async function applyAll(client: pg.Client, { folder, tenantSchema = 'pooled' }: MigrateOptions) {
  await client.query(`create table if not exists app.migrations (
    plane text not null, hash text not null, position integer not null,
    applied_at timestamptz not null default now(), primary key (plane, hash))`);
  await once(client, 'functions:shard', shardSql);
  const count =
    (await applyPlane(client, 'control', join(folder, 'control'), 'control')) +
    (await applyPlane(client, `tenant:${tenantSchema}`, join(folder, 'tenant'), tenantSchema));
  const changed = [
    await once(client, 'functions:control', controlSql),
    await once(client, 'functions:pooled', pooledSql),
    await once(client, 'grants:control', grantSql()),
  ].some(Boolean);
  const tables = await listTables(client, ['control', tenantSchema]);
  await once(
    client,
    `guards:${tenantSchema}`,
    tables.flatMap(guardSql).join(';\n'),
    count > 0 || changed,
  );
  return count;
}

async function applyPlane(client: pg.Client, plane: string, folder: string, schema: string) {
  const files = readMigrationFiles({ migrationsFolder: folder });
  const done = await client.query<{ hash: string }>(
    'select hash from app.migrations where plane = $1 order by position',
    [plane],
  );
  done.rows.forEach((row, position) => {
    if (files[position]?.hash !== row.hash) {
      throw new Error(`Migration ${position} of ${plane} differs from the one applied before.`);
    }
  });
  await client.query(`set local search_path to "${schema}", ext, pg_temp`);
  for (const [position, file] of files.entries()) {
    if (position < done.rows.length) continue;
    for (const statement of file.sql) {
      const text = statement.replaceAll('"public".', '').replace('CREATE SCHEMA "control";', '');
      if (text.trim()) await client.query(text);
    }
    await client.query('insert into app.migrations (plane, hash, position) values ($1, $2, $3)', [
      plane,
      file.hash,
      position,
    ]);
  }
  return files.length - done.rows.length;
}

/** Runs repeatable SQL when its text differs from what ran last; policies take heavy locks. */
async function once(client: pg.Client, name: string, sql: string, force = false) {
  const hash = createHash('sha256').update(sql).digest('hex');
  const last = await client.query('select hash from app.migrations where plane = $1', [name]);
  if (!force && last.rows[0]?.hash === hash) return false;
  await client.query(sql);
  await client.query('delete from app.migrations where plane = $1', [name]);
  await client.query('insert into app.migrations (plane, hash, position) values ($1, $2, 0)', [
    name,
    hash,
  ]);
  return true;
}

const grantSql = () =>
  Object.entries(controlFunctionGrants)
    .flatMap(([name, roles]) => [
      `alter function ${name} owner to rowhouse_lookup`,
      `revoke all on function ${name} from public`,
      ...roles.map((role) => `grant execute on function ${name} to ${role}`),
    ])
    .join(';\n');

async function listTables(client: pg.Client, schemas: string[]): Promise<TableFact[]> {
  const found = await client.query<TableFact>(
    `select n.nspname as schema, c.relname as name, exists (select 1 from pg_attribute a
       where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as "hasTenant"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') order by 1, 2`,
    [schemas],
  );
  return found.rows;
}
