import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { bootstrap, connectionUrl, rolePassword } from '../bootstrap';
import { ensureHomeTemplate } from '../homes/template';
import { migrate } from '../migrate';
import { guardSql } from '../policies';
import { controlFunctionGrants, controlSql } from '../sql/control';
import { pooledSql, shardSql } from '../sql/shard';
import { testSecret } from './names';

/** Lets one process at a time make the template. */
const templateLock = 727003;

/**
 * Makes, once per cluster and state of the schema, the migrated database that tests clone.
 * Answers its name.
 */
export async function ensureTemplate(adminUrl: string): Promise<string> {
  const folder = join(process.cwd(), 'db/migrations');
  const name = `template_${fingerprint(folder)}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await make(admin, { adminUrl, name, folder });
  } finally {
    await admin.end();
  }
  return name;
}

/** Under a passing name first, so that a broken attempt is never cloned. */
async function make(
  admin: pg.Client,
  { adminUrl, name, folder }: { adminUrl: string; name: string; folder: string },
) {
  const draft = `${name}_draft`;
  await admin.query(`drop database if exists ${draft} with (force)`);
  await bootstrap({ adminUrl, databaseName: draft, secret: testSecret });
  await migrate({ url: connectionUrl(adminUrl, draft), folder });
  await makeHomeTemplate({ adminUrl, draft, folder });
  await admin.query(`alter database ${draft} rename to ${name}`);
}

/** Tests that want it at the same time are operators of different databases, who do not see each other. */
async function makeHomeTemplate({
  adminUrl,
  draft,
  folder,
}: {
  adminUrl: string;
  draft: string;
  folder: string;
}) {
  const role = 'rowhouse_operator';
  const primary = connectionUrl(adminUrl, draft, [role, rolePassword(testSecret, role)]);
  await ensureHomeTemplate({ urls: { primary }, roleSecret: testSecret, folder }, 'primary');
}

function fingerprint(folder: string): string {
  const migrations = ['control', 'tenant'].flatMap((plane) =>
    readMigrationFiles({ migrationsFolder: join(folder, plane) }).map(({ hash }) => hash),
  );
  const code = [
    shardSql,
    pooledSql,
    controlSql,
    JSON.stringify(controlFunctionGrants),
    guardSql.toString(),
  ];
  return createHash('sha256')
    .update([...migrations, ...code].join('\n'))
    .digest('hex')
    .slice(0, 12);
}
