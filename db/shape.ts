import { createHash } from 'node:crypto';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type pg from 'pg';
import { guardSql, pooledRole, type TableFact } from './policies';

/*
 * Parts that bring a database or one schema of it to the present shape. Each runs in the caller's
 * transaction, as rowhouse_owner.
 */

/** The table in which a database keeps what was applied to it. */
export async function prepareRecord(client: pg.Client): Promise<void> {
  await client.query(`create table if not exists app.migrations (
    plane text not null, hash text not null, position integer not null,
    applied_at timestamptz not null default now(), primary key (plane, hash))`);
}

/** Applies the migrations of a plane that a schema lacks; answers how many. */
export async function applyPlane(
  client: pg.Client,
  plane: string,
  { folder, schema }: { folder: string; schema: string },
): Promise<number> {
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
export async function once(client: pg.Client, name: string, sql: string, force = false) {
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

/** Row security, grants and triggers of all tables in the schemas, for the role that reaches them. */
export async function guard(
  client: pg.Client,
  schemas: string[],
  { role = pooledRole, force }: { role?: string; force: boolean },
): Promise<void> {
  const tables = await listTables(client, schemas);
  const text = tables.flatMap((table) => guardSql(table, role)).join(';\n');
  await once(client, `guards:${schemas.at(-1)}`, text, force);
}

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
