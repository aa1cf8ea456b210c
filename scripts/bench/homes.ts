import type { HomeTier } from '@/db/homes/home';
import { setTestTier } from '@/db/testing/tier';
import type { World } from '@/lib/doors/testing';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { percentile } from './stage/alternate';
import { openBenchWorld } from './stage/world';

export const name = 'homes';

const fills: Record<ExperimentContext['size'], Record<HomeTier, number[]>> = {
  small: { schema: [0, 10], database: [0, 10] },
  full: { schema: [0, 100, 200], database: [0, 100, 400] },
};
const perCount = 5;
const goal = { atMost: 200 };

/** A home made ready among others of its kind, and a tenant opened in one from the stock. */
export async function run({ adminUrl, size }: ExperimentContext): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const tier of ['schema', 'database'] as const) {
    const world = await openBenchWorld(adminUrl);
    setTestTier(tier);
    try {
      let present = 0;
      for (const count of fills[size][tier]) {
        while (present < count) {
          await world.database.addHome(tier);
          present += 1;
        }
        rows.push(...(await measured(world, tier, count)));
        present += perCount;
      }
    } finally {
      setTestTier('pooled');
      await world.end();
    }
  }
  return rows;
}

async function measured(world: World, tier: HomeTier, count: number): Promise<BenchRow[]> {
  const prepared: number[] = [];
  const opened: number[] = [];
  for (let n = 0; n < perCount; n++) {
    prepared.push(await timed(() => world.database.addHome(tier)));
    opened.push(await timed(() => world.tenant({ stocked: true })));
  }
  const row = (title: string, figures: number[]): BenchRow => ({
    name: `${title} among ${count}`,
    value: percentile(figures, 0.5),
    unit: 'ms',
    goal,
  });
  return [row(`${tier} prepared`, prepared), row(`tenant opened in a ${tier}`, opened)];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
