import { setTestTier } from '@/db/testing/tier';
import { handleRest } from '@/lib/doors/rest';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { percentile } from './stage/alternate';
import { fillHome } from './stage/fill-home';
import { openBenchWorld } from './stage/world';

export const name = 'home';

const sizes = {
  small: { records: 200, calls: 40 },
  full: { records: 5_000, calls: 200 },
};

const memberships = 20;
/** Where the workspaces of one pool are, in turn. */
const pools = { pooled: ['pooled'], mixed: ['pooled', 'schema', 'database'] } as const;
type Pool = keyof typeof pools;

/** Somebody on the host of their first workspace. */
interface Guest {
  tenant: TestTenant;
  member: TestMember;
}

let world: World;
const stages = new Map<Pool, { settled: Guest; traveller: Guest }>();

export async function prepare({ adminUrl, size }: ExperimentContext): Promise<void> {
  world = await openBenchWorld(adminUrl);
  for (const pool of Object.keys(pools) as Pool[]) {
    stages.set(pool, await openPool(pools[pool], sizes[size].records));
  }
  setTestTier('pooled');
}

/** `GET /home` for a person with one workspace and for one with twenty, who take turns. */
export async function run({ size }: ExperimentContext): Promise<BenchRow[]> {
  const { calls } = sizes[size];
  const rows: BenchRow[] = [];
  for (const [pool, { settled, traveller }] of stages) {
    const ms: Record<'one' | 'many', number[]> = { one: [], many: [] };
    for (let n = -10; n < calls; n++) {
      const [one, many] = [await timed(settled), await timed(traveller)];
      // The first calls open connections and name statements.
      if (n < 0) continue;
      ms.one.push(one);
      ms.many.push(many);
    }
    const one = `1 workspace, ${pool}`;
    const many = `${memberships} workspaces, ${pool}`;
    rows.push(
      { name: `${one}, p50`, value: percentile(ms.one, 0.5), unit: 'ms' },
      { name: `${many}, p50`, value: percentile(ms.many, 0.5), unit: 'ms', base: `${one}, p50` },
      { name: `${one}, p95`, value: percentile(ms.one, 0.95), unit: 'ms' },
      {
        name: `${many}, p95`,
        value: percentile(ms.many, 0.95),
        unit: 'ms',
        base: `${one}, p95`,
        goal: { atMost: 4 },
      },
    );
  }
  return rows;
}

export const finish = () => world.end();

async function openPool(tiers: readonly ('pooled' | 'schema' | 'database')[], records: number) {
  const tenants: TestTenant[] = [];
  for (let n = 0; n < memberships; n++) {
    setTestTier(tiers[n % tiers.length] ?? 'pooled');
    const [first] = tenants;
    tenants.push(await world.tenant(first ? { poolId: first.poolId } : {}));
  }
  const [home] = tenants;
  if (!home) throw new Error('A pool has a first workspace.');
  const settled = { tenant: home, member: await world.member(home, 'basic') };
  const members: TestMember[] = [];
  for (const tenant of tenants) {
    const email = members[0]?.email;
    const member = await world.member(tenant, 'basic', email ? { email } : {});
    members.push(member);
    const admin = await world.member(tenant, 'admin');
    const people = tenant === home ? [member, settled.member] : [member];
    await fillHome({ admin, people }, records);
    await world.database.queryPlane(tenant.home, 'analyze');
  }
  const [member] = members;
  if (!member) throw new Error('Nobody travels.');
  return { settled, traveller: { tenant: home, member } };
}

async function timed({ tenant: { host }, member: { token } }: Guest): Promise<number> {
  const headers = { host, cookie: `${sessionCookie()}=${token}` };
  const from = performance.now();
  const response = await handleRest(
    new Request(`http://${host}/api/v1/home`, { headers }),
    '127.0.0.1',
  );
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`Home answered ${response.status}.`);
  return performance.now() - from;
}
