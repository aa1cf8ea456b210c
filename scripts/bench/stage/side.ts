import type { World } from '@/lib/doors/testing';
import type { BenchRow, ExperimentContext } from '../../testing/proof';
import { openCrowd, type Place } from './crowd';
import { startFloor } from './floor';
import type { Figures } from './load';
import type { Served } from './server';
import { floorUrl, startWeb } from './web';
import { openBenchWorld } from './world';

/** The product and the bare app side by side over one database. */
export interface Side {
  world: World;
  places: Place[];
  floor: Served;
  web: Served;
  end(): Promise<void>;
}

export async function openSide({ adminUrl, scratch }: ExperimentContext): Promise<Side> {
  const world = await openBenchWorld(adminUrl);
  const places = await openCrowd(world);
  const floor = await startFloor(floorUrl(world.database));
  const web = await startWeb({ database: world.database, dataDir: scratch });
  const end = async () => {
    await Promise.all([web.stop(), floor.stop()]);
    await world.end();
  };
  return { world, places, floor, web, end };
}

/** Rows of requests a second, and below them of requests for each second of processor time. */
export function rateRows(
  figures: Map<string, Figures>,
  goals: readonly { name: string; of: string; base?: string; atLeast?: number }[],
): BenchRow[] {
  const rows = goals.map(({ name, of, base, atLeast }): BenchRow => {
    const goal = atLeast === undefined ? {} : { goal: { atLeast } };
    const value = figures.get(of)?.perSecond ?? 0;
    return { name, value, unit: 'req/s', ...(base && { base }), ...goal };
  });
  const steadier = goals
    .filter(({ of }) => !Number.isNaN(figures.get(of)?.perCpuSecond))
    .map(({ name, of, base }): BenchRow => {
      const value = figures.get(of)?.perCpuSecond ?? 0;
      const cpuBase = base && { base: `${base}, by CPU` };
      return { name: `${name}, by CPU`, value, unit: 'req/CPU s', ...cpuBase };
    });
  return [...rows, ...steadier];
}
