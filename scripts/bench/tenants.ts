import { v7 as uuidv7 } from 'uuid';
import { invoke } from '@/lib/doors/callable';
import { webCall } from '@/lib/doors/web-call';
import { signUp } from '@/lib/tenancy/onboarding/procedures';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { percentile } from './stage/alternate';
import { addTenants } from './stage/many-tenants';
import { openBenchWorld } from './stage/world';

export const name = 'tenants';

const fills = { small: [0, 1_000], full: [0, 10_000, 100_000] };
const perRound = 10;

/** Worlds by how many tenants stand in each; one at a time is the process's database. */
let counts: number[];
let adminUrl: string;

export async function prepare(context: ExperimentContext): Promise<void> {
  counts = fills[context.size];
  adminUrl = context.adminUrl;
}

/** Adding a pooled tenant among many: by the verb alone, and by a whole sign-up with its password. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of counts) {
    const world = await openBenchWorld(adminUrl);
    try {
      await world.database.query('update control.shards set room_pooled = 1000000');
      const { tenantId: model } = await world.tenant();
      if (count > 0) await addTenants(world, { model, prefix: 'filled', count });
      rows.push(await opened(`tenant opened among ${count}`, () => world.tenant()));
      rows.push(await opened(`sign-up among ${count}`, signUpOnce, false));
    } finally {
      await world.end();
    }
  }
  return rows;
}

async function opened(
  name: string,
  open: () => Promise<unknown>,
  judged = true,
): Promise<BenchRow> {
  await open();
  const tookMs: number[] = [];
  for (let i = 0; i < perRound; i++) {
    const from = performance.now();
    await open();
    tookMs.push(performance.now() - from);
  }
  const value = percentile(tookMs, 0.5);
  return { name, value, unit: 'ms', ...(judged && { goal: { atMost: 50 } }) };
}

function signUpOnce(): Promise<unknown> {
  const slug = `bench-${uuidv7().slice(-10)}`;
  const owner = { name: 'Ida Berg', email: `ida@${slug}.example`, password: 'six wooden boats' };
  const headers = new Headers({ host: 'rowhouse.localhost' });
  // An address of its own, so that the limit on sign-ups stays out of the way.
  const call = webCall('rest', headers, `bench ${slug}`);
  const look = { color: '#1f5fae' };
  return invoke(signUp, { name: 'Harbour Choir', slug, look, owner, content: 'empty' }, call);
}
