import type { TestTenant } from '@/lib/doors/testing';
import { fillTenant, moveTo } from '../testing/large-tenant';
import { type RunningOperator, startOperator } from '../testing/operator';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { openBenchWorld } from './stage/world';

export const name = 'moves';

const sizes = { small: [1_000, 10_000], full: [10_000, 100_000, 1_000_000] };
/** Each is the way out of the one before; the first starts in the shared tables. */
const ways = ['schema', 'database', 'pooled'] as const;

let world: Awaited<ReturnType<typeof openBenchWorld>>;
let operator: RunningOperator;
let tenants: { rows: number; tenant: TestTenant }[];

export async function prepare({ adminUrl, scratch, size }: ExperimentContext): Promise<void> {
  world = await openBenchWorld(adminUrl);
  tenants = [];
  for (const rows of sizes[size]) {
    const tenant = await world.tenant();
    await fillTenant(world, tenant, rows);
    tenants.push({ rows, tenant });
  }
  operator = await startOperator(world.database, { dataDir: scratch });
  const first = await world.tenant();
  for (const tier of ways) await moveTo(world, first, tier);
}

/** A tenant on which nobody works, from tier to tier: how fast, and for how long writes would wait. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { rows: count, tenant } of tenants) {
    for (const tier of ways) {
      const { tookMs, pauseMs } = await moveTo(world, tenant, tier);
      const title = `${count} rows to ${tier}`;
      rows.push(
        { name: title, value: count / (tookMs / 1_000), unit: 'rows/s' },
        { name: `${title}, pause`, value: pauseMs, unit: 'ms', goal: { atMost: 1_000 } },
      );
    }
  }
  return rows;
}

export async function finish(): Promise<void> {
  await operator.end('SIGTERM');
  await world.end();
}
