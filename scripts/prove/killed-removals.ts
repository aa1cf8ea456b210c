import { randomInt } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { withSnapshot } from '@/db/archive/snapshot';
import { useCluster } from '@/db/testing/cluster';
import { setTestTier } from '@/db/testing/tier';
import { type Stocked, stockedTenant } from '@/lib/archives/testing/stocked';
import { openWorld, type World } from '@/lib/doors/testing';
import { fileStore, setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { fillTenant } from '../testing/large-tenant';
import { type RunningOperator, startOperator } from '../testing/operator';
import type { ProofContext } from '../testing/proof';

export const name = 'killed-removals';

const longestMs = 60_000;
const tiers = ['pooled', 'schema', 'database'] as const;
const lengths = {
  small: { rounds: 1, rows: 20_000 },
  full: { rounds: 5, rows: 100_000 },
};

/** Tenants are removed by an operator that is killed on the way, beside one that stays. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const { rounds, rows } = lengths[size];
  setFileStore(new LocalFolder(join(scratch, 'files')));
  await mkdir(join(scratch, 'files'), { recursive: true });
  const world = await openWorld();
  const neighbours = await perTier(world, () => stockedTenant(world));
  const before = await digestsOf(world, neighbours);
  let operator: RunningOperator = await startOperator(world.database, { dataDir: scratch });
  const gone: { tenant: Stocked; hit: boolean; left: string[] }[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const tenant of await perTier(world, () => stockedTenant(world))) {
        await fillTenant(world, tenant, rows);
        await askToGo(world, tenant);
        const hit = await inHand(world, tenant);
        await operator.end('SIGKILL');
        // Its lease would hold for half a minute.
        await world.database.query(
          `update control.operations set lease_until = now() where state = 'running'`,
        );
        operator = await startOperator(world.database, { dataDir: scratch });
        await removed(world, tenant);
        gone.push({ tenant, hit, left: await leftOf(world, tenant) });
      }
    }
    const hits = gone.filter(({ hit }) => hit).length;
    const left = gone.flatMap((one) => one.left);
    claim({
      name: 'removals whose operator is killed',
      figure: `${gone.length} tenants of ${rows} rows, ${hits} killed in the midst; left over: ${left.join(', ') || 'nothing'}`,
      bound: 'nothing left over',
      ok: left.length === 0 && hits >= gone.length / 2,
    });
    const after = await digestsOf(world, neighbours);
    claim({
      name: 'digests of tenants beside them',
      figure: after === before ? 'unchanged' : 'changed',
      bound: 'unchanged',
      ok: after === before,
    });
  } finally {
    await operator.end('SIGTERM');
    await world.end();
  }
}

async function perTier(world: World, make: () => Promise<Stocked>): Promise<Stocked[]> {
  const made: Stocked[] = [];
  for (const tier of tiers) {
    setTestTier(tier);
    made.push(await make());
  }
  setTestTier('pooled');
  await world.database.query('update control.shards set ready_schemas = 0, ready_databases = 0');
  return made;
}

async function digestsOf({ database }: World, tenants: Stocked[]): Promise<string> {
  const all = [];
  for (const { tenantId } of tenants) {
    all.push(await withSnapshot(database.servers, tenantId, (snapshot) => snapshot.digests()));
  }
  return JSON.stringify(all);
}

async function askToGo({ database }: World, { tenantId, slug }: Stocked) {
  await database.query(
    `with due as (insert into control.deletions (tenant_id, id, slug, name, asked_by_name, due_at)
       values ($1, $2, $3, $3, 'Olga', now() - interval '1 minute'))
     insert into control.operations (tenant_id, id, kind) values ($1, $2, 'removal')`,
    [tenantId, uuidv7(), slug],
  );
}

/** Lets the removal get somewhere; false when it was over before. */
async function inHand({ database }: World, { tenantId }: Stocked): Promise<boolean> {
  const until = performance.now() + longestMs;
  const stateOf = async () =>
    (
      await database.query<{ state: string }>(
        'select state from control.deletions where tenant_id = $1',
        [tenantId],
      )
    )[0]?.state;
  while ((await stateOf()) === 'waiting') {
    if (performance.now() > until) throw new Error('A removal did not begin.');
  }
  await pause(randomInt(150));
  return (await stateOf()) === 'removing';
}

async function removed({ database }: World, { tenantId }: Stocked) {
  const until = performance.now() + longestMs;
  for (;;) {
    const [row] = await database.query<{ state: string }>(
      'select state from control.deletions where tenant_id = $1',
      [tenantId],
    );
    if (row?.state === 'removed') return;
    if (performance.now() > until) throw new Error('A removal did not end.');
    await pause(20);
  }
}

/** What still stands of a tenant, by name. */
async function leftOf({ database }: World, { tenantId, home }: Stocked): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relkind = 'r' and n.nspname in ('control', 'pooled', 'app')`,
  );
  const left: string[] = [];
  for (const { name: table } of tables) {
    if (['control.deletions', 'control.operations', 'control.usage_hours'].includes(table))
      continue;
    const [row] = await database.query<{ n: number }>(
      `select count(*)::int as n from ${table} where tenant_id = $1`,
      [tenantId],
    );
    if (row?.n) left.push(`${row.n} in ${table}`);
  }
  const places = await database.query<{ name: string }>(
    `select datname as name from pg_database where datname = $1 union
     select nspname from pg_namespace where nspname = $1 union
     select rolname from pg_roles where rolname = $1`,
    [home?.roleName ?? ''],
  );
  const kept = (await fileStore().tenants()).filter((id) => id === tenantId);
  return [...left, ...places.map((place) => place.name), ...kept.map((id) => `files of ${id}`)];
}
