import { randomInt, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { configureDatabase } from '@/db/client';
import { isDbError } from '@/db/errors';
import { collections } from '@/db/schema/tenant';
import { mintTenantScope } from '@/db/scope';
import { type TenantDb, withTenant } from '@/db/tenant';
import { useCluster } from '@/db/testing/cluster';
import { openWorld, type World } from '@/lib/doors/testing';
import type { ProofContext } from '../testing/proof';

export const name = 'mixed-transactions';

const tenantCount = 50;
const connections = 2;

/** Nothing of one tenant's unit of work is left for the next one on the same connection. */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const tenants = await mintTenants(world);
    const web = world.database.urlOf('rowhouse_web');
    configureDatabase({ web, pools: { max: connections, acquireMs: 600_000, maxWaiting: 1e6 } });
    const total = size === 'full' ? 100_000 : 3_000;
    const tally = await mix(tenants, total);
    const stray = await strayRows(world, tenants);
    claim({
      name: 'mixed transactions',
      figure: `${tally.units} units of ${tenantCount} tenants on ${connections} connections, ${tally.failed} failed on purpose, ${tally.seen} rows seen, ${tally.foreign + stray} foreign`,
      bound: '0 foreign rows',
      ok:
        tally.foreign + stray === 0 &&
        tally.units === total &&
        tally.seen > total &&
        tally.failed > total / 10,
    });
    await claimNothingLeft(world, { tenants, claim });
    await claimControl(web, { tenants, claim });
  } finally {
    await world.end();
  }
}

async function mintTenants(world: World): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < tenantCount; at += 1) {
    const { tenantId } = await world.tenant();
    ids.push(tenantId);
    await within(tenantId, (db) =>
      db.insert(collections).values(['One', 'Two', 'Three'].map((title) => ({ name: title }))),
    );
  }
  return ids;
}

const within = <T>(tenantId: string, work: (db: TenantDb) => Promise<T>, timeoutMs = 10_000) =>
  withTenant(mintTenantScope({ tenantId, actorId: null, requestId: randomUUID() }), work, {
    statementTimeoutMs: timeoutMs,
  });

interface Tally {
  units: number;
  seen: number;
  foreign: number;
  failed: number;
}

type Rows = { tenantId: string }[];
type Work = (db: TenantDb, look: (rows: Rows) => void) => Promise<unknown>;

const aborted = new Error('aborted on purpose');

const works: Work[] = [
  async (db, look) => look(await db.select().from(collections).limit(20)),
  async (db, look) => look(await db.query.collections.findMany({ limit: 20 })),
  async (db, look) => look((await db.batch([db.select().from(collections).limit(5)])).flat()),
  async (db, look) => look(await db.insert(collections).values({ name: randomUUID() }).returning()),
  async (db, look) =>
    look(
      await db
        .update(collections)
        .set({ description: randomUUID() })
        .where(eq(collections.name, 'One'))
        .returning(),
    ),
  async (db) => db.execute(sql`select 1 / 0`),
  async (db) => db.insert(collections).values({ tenantId: randomUUID(), name: 'planted' }),
  async (db, look) =>
    db.transaction(async (tx) => {
      look(await tx.select().from(collections).limit(20));
      await tx.insert(collections).values({ name: randomUUID() });
      await tx
        .transaction(async (inner) => {
          await inner.delete(collections);
          look(await inner.select().from(collections));
          throw aborted;
        })
        .catch(() => undefined);
      look(await tx.select().from(collections).limit(20));
      if (randomInt(3) === 0) throw aborted;
      if (randomInt(3) === 0) await tx.execute(sql`select 1 / 0`);
    }),
];

const slow: Work = async (db) => db.execute(sql`select pg_sleep(1)`);

async function mix(tenants: string[], total: number): Promise<Tally> {
  const tally: Tally = { units: 0, seen: 0, foreign: 0, failed: 0 };
  const one = async () => {
    while (tally.units < total) {
      const at = tally.units;
      tally.units += 1;
      const tenantId = tenants[randomInt(tenants.length)] ?? '';
      const look = (rows: Rows) => {
        tally.seen += rows.length;
        tally.foreign += rows.filter((row) => row.tenantId !== tenantId).length;
      };
      const isSlow = at % 100 === 0;
      const work = isSlow ? slow : works[randomInt(works.length)];
      try {
        await within(tenantId, async (db) => work?.(db, look), isSlow ? 20 : undefined);
      } catch (error) {
        if (error !== aborted && !isDbError(error)) throw error;
        tally.failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 12 }, one));
  return tally;
}

async function strayRows({ rowsEverywhere }: World, tenants: string[]): Promise<number> {
  const [row] = await rowsEverywhere<{ n: number }>(
    `select count(*)::int as n from collections
     where tenant_id <> all ($1::uuid[]) or name = 'planted'`,
    [tenants],
  );
  return row?.n ?? -1;
}

interface Rest extends Pick<ProofContext, 'claim'> {
  tenants: string[];
}

/** What stands on the connections between units, asked without entering a tenant. */
async function claimNothingLeft({ database }: World, { tenants, claim }: Rest) {
  const seen = await Promise.all(
    tenants.map((tenantId) =>
      within(tenantId, async (db) => {
        const { rows } = await db.execute(sql`select pg_backend_pid() as pid`);
        return (rows[0] as { pid: number }).pid;
      }),
    ),
  );
  const pids = [...new Set(seen)];
  const open = await database.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where pid = any ($1) and state <> 'idle'
     or pid in (select pid from pg_locks where pid = any ($1) and locktype = 'advisory')`,
    [pids],
  );
  claim({
    name: 'mixed transactions, left behind',
    figure: `${pids.length} connections, ${open[0]?.n} with an open transaction or lock`,
    bound: `at most ${connections} connections, 0 open`,
    ok: pids.length <= connections && open[0]?.n === 0,
  });
}

/** The tester tested: with the setting at session scope the same look finds another's rows. */
async function claimControl(url: string, { tenants: [a = '', b = ''], claim }: Rest) {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const visit = async (tenantId: string | null, local: boolean) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (tenantId) await client.query(`select set_config('app.tenant', $1, ${local})`, [tenantId]);
      const { rows } = await client.query('select tenant_id from pooled.collections limit 5');
      return rows.map((row) => row.tenant_id as string);
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('commit').catch(() => client.query('rollback'));
      client.release();
    }
  };
  try {
    await visit(a, true);
    const held = await visit(null, true);
    await visit(b, false);
    const leaked = await visit(null, true);
    claim({
      name: 'mixed transactions, control',
      figure: `without a tenant: ${held}; after a setting at session scope: ${leaked.length} rows of another`,
      bound: 'refused with 42501; the planted hole is seen',
      ok: held === '42501' && Array.isArray(leaked) && leaked.includes(b),
    });
  } finally {
    await pool.end();
  }
}
