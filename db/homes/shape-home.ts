import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type pg from 'pg';
import { guardSql } from '../policies';
import { applyPlane, guard, once, prepareRecord } from '../shape';
import { pooledSql, shardSql } from '../sql/shard';

interface Plane {
  folder: string;
  schema: string;
}

interface Shape extends Plane {
  /** Role that alone reaches the tables. */
  role: string;
}

/**
 * Brings the tenant plane in one schema to the present shape: tables, row security, grants,
 * triggers. In the caller's transaction, as owner.
 */
export async function shapeHome(client: pg.Client, { role, ...plane }: Shape): Promise<void> {
  const { schema } = plane;
  const applied = await furnishPlane(client, plane);
  await guard(client, [schema], { role, force: applied > 0 });
}

/** Tables alone, open to nobody but their owner; answers how many migrations were missing. */
export const furnishPlane = (client: pg.Client, { folder, schema }: Plane): Promise<number> =>
  applyPlane(client, `tenant:${schema}`, { folder: join(folder, 'tenant'), schema });

/** The functions that every database with tenant rows carries. As owner. */
export async function shapeDatabase(client: pg.Client): Promise<void> {
  await prepareRecord(client);
  await once(client, 'functions:shard', shardSql);
}

/** Changes whenever a home, or the shared tables of a shard, would look different after migration. */
export function shapeOf(folder: string): string {
  const migrations = readMigrationFiles({ migrationsFolder: join(folder, 'tenant') });
  const example = { schema: 'tenant', hasTenant: true };
  const guards = ['change_log', 'outbox', 'records'].flatMap((name) =>
    guardSql({ ...example, name }, 'home'),
  );
  return createHash('sha256')
    .update([...migrations.map(({ hash }) => hash), shardSql, pooledSql, ...guards].join('\n'))
    .digest('hex')
    .slice(0, 16);
}
