import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connectionUrl, rolePassword } from '@/db/bootstrap';
import { migrateHomes } from '@/db/homes/fleet';
import type { Home } from '@/db/homes/home';
import type { Servers } from '@/db/homes/servers';
import { useCluster } from '@/db/testing/cluster';
import { createTestDatabase, type TestDatabase } from '@/db/testing/database';
import type { ProofContext } from '../testing/proof';

export const name = 'fleet';

/** A release adds a column; some homes are in use, the operator dies on the way, then all follow. */
export async function run(ctx: ProofContext): Promise<void> {
  const size = ctx.size === 'small' ? 6 : 60;
  // biome-ignore lint/correctness/useHookAtTopLevel: names a cluster, is no React hook
  useCluster(ctx.adminUrl);
  const database = await createTestDatabase();
  try {
    const homes: Home[] = [];
    for (let n = 0; n < size; n++)
      homes.push(await database.addHome(n % 3 ? 'schema' : 'database'));
    const fleet = { ctx, database, homes };
    await breakRelease(fleet);
    await migrateUnderUse(fleet);
    await surviveDeath(fleet);
  } finally {
    await database.drop();
  }
}

interface Fleet {
  ctx: ProofContext;
  database: TestDatabase;
  homes: Home[];
}

/** A release nobody can take stops at the first few. */
async function breakRelease({ ctx, database, homes }: Fleet) {
  const servers = release(ctx, database, 'broken', 'ALTER TABLE "absent" ADD COLUMN "x" text;');
  const { done, behind, held } = await migrateHomes(servers);
  ctx.claim({
    name: `homes that met a release that cannot be applied, of ${homes.length}`,
    figure: `${behind.length} tried, ${held} held back`,
    bound: 'at most 3 tried',
    ok: done === 0 && behind.length <= 3 && held === homes.length - behind.length,
  });
  const served = await countServed(database, homes);
  ctx.claim({
    name: 'homes served meanwhile',
    figure: served,
    bound: `${homes.length}`,
    ok: served === homes.length,
  });
}

/** One home is in use by a long transaction: it stays behind, is served, and follows later. */
async function migrateUnderUse({ ctx, database, homes }: Fleet) {
  const servers = release(ctx, database, 'first', 'ALTER TABLE "people" ADD COLUMN "first" text;');
  const stuck = homes.at(-1) as Home;
  const blocker = new pg.Client({
    connectionString: connectionUrl(ctx.adminUrl, stuck.databaseName),
  });
  await blocker.connect();
  await blocker.query(`begin; select 1 from "${stuck.schemaName}".people`);
  const started = performance.now();
  const first = await migrateHomes(servers);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  ctx.claim({
    name: `homes migrated while one is in use, of ${homes.length}`,
    figure: `${first.done} in ${seconds} s, ${first.behind.length} behind`,
    bound: `${homes.length - 1}, 1 behind`,
    ok: first.done === homes.length - 1 && first.behind[0]?.home.id === stuck.id,
  });
  const served = await countServed(database, homes);
  ctx.claim({
    name: 'homes served, the one behind included',
    figure: served,
    bound: `${homes.length}`,
    ok: served === homes.length,
  });
  await blocker.query('rollback');
  await blocker.end();
  const second = await migrateHomes(servers);
  ctx.claim({
    name: 'homes that follow at the next try',
    figure: second.done,
    bound: '1',
    ok: second.done === 1 && second.behind.length === 0,
  });
}

/** The operator's connections are cut again and again; what was done stays done. */
async function surviveDeath({ ctx, database, homes }: Fleet) {
  const servers = release(
    ctx,
    database,
    'second',
    'ALTER TABLE "people" ADD COLUMN "second" text;',
  );
  let running = true;
  const killer = (async () => {
    while (running) {
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where usename = 'rowhouse_operator' and random() < 0.5`,
      );
      await new Promise((done) => setTimeout(done, 40));
    }
  })();
  let [cuts, faults] = [0, 0];
  for (let tries = 0; tries < 3; tries++) {
    await migrateHomes(servers).then(
      ({ behind }) => {
        faults += behind.length;
      },
      () => {
        cuts += 1;
      },
    );
  }
  running = false;
  await killer;
  await migrateHomes(servers);
  const columns = await countColumns(database, homes);
  const left = await migrateHomes(servers);
  ctx.claim({
    name: `homes in the new shape after the operator was cut off (${faults} homes and ${cuts} runs failed)`,
    figure: `${columns} of ${homes.length}, ${left.done + left.behind.length + left.held} left`,
    bound: `${homes.length}, 0 left`,
    ok: columns === homes.length && left.done + left.behind.length + left.held === 0,
  });
}

let releases = 0;

/** The operator's hands with one more migration of the tenant plane. */
function release(ctx: ProofContext, { servers }: TestDatabase, tag: string, sql: string): Servers {
  const before = releases > 0 ? join(ctx.scratch, `good`) : servers.folder;
  const folder = join(ctx.scratch, tag === 'broken' ? 'broken' : 'good');
  if (before !== folder) cpSync(before, folder, { recursive: true });
  const journal = join(folder, 'tenant/meta/_journal.json');
  const content = JSON.parse(readFileSync(journal, 'utf8'));
  content.entries.push({ ...content.entries.at(-1), idx: content.entries.length, tag });
  writeFileSync(journal, JSON.stringify(content));
  writeFileSync(join(folder, 'tenant', `${tag}.sql`), sql);
  if (tag !== 'broken') releases += 1;
  return { ...servers, folder };
}

/** Homes whose own login reads its own tables. */
async function countServed({ servers }: TestDatabase, homes: Home[]): Promise<number> {
  let served = 0;
  for (const { id, databaseName, schemaName, roleName } of homes) {
    const login = [roleName, rolePassword(servers.roleSecret, roleName as never)] as const;
    const url = connectionUrl(servers.urls.primary ?? '', databaseName, [...login]);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`select set_config('app.tenant', $1, false)`, [id]);
      await client.query(`select id, name, email from "${schemaName}".people`);
      served += 1;
    } finally {
      await client.end();
    }
  }
  return served;
}

async function countColumns(database: TestDatabase, homes: Home[]): Promise<number> {
  let found = 0;
  for (const home of homes) {
    const rows = await database.queryPlane(
      home,
      `select 1 from information_schema.columns
       where table_schema = $1 and table_name = 'people' and column_name = 'second'`,
      [home.schemaName],
    );
    found += rows.length;
  }
  return found;
}
