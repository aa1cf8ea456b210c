import type { World } from '@/lib/doors/testing';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { floorRequests, openCrowd, type Place } from './stage/crowd';
import { startFloor } from './stage/floor';
import { getRequest, sideBySide } from './stage/load';
import { type AskedPage, scriptsOf } from './stage/scripts-of';
import { memoryMb, type Served } from './stage/server';
import { floorUrl, startWeb } from './stage/web';
import { openBenchWorld } from './stage/world';

export const name = 'start';

let world: World;
let places: Place[];
let dataDir: string;

export async function prepare({ adminUrl, scratch }: ExperimentContext): Promise<void> {
  world = await openBenchWorld(adminUrl);
  places = await openCrowd(world);
  dataDir = scratch;
  for (const server of [await openFloor(), await openWeb()]) await server.stop();
}

/** From nothing to a first answer, memory after some load, and the script a page brings along. */
export async function run(): Promise<BenchRow[]> {
  const floor = await measure(await openFloor(), {
    page: { path: '/', host: 'localhost' },
    requests: floorRequests('/list', places),
  });
  const [first] = places;
  const product = await measure(await openWeb(), {
    page: { path: '/sign-in', host: first?.tenant.host ?? '' },
    ...(first && {
      grid: {
        path: `/collections/${first.collectionId}`,
        host: first.tenant.host,
        cookie: first.cookie,
      },
    }),
    requests: places.map(({ tenant, collectionId, cookie }) =>
      getRequest(`/collections/${collectionId}`, tenant.host, cookie),
    ),
  });
  return [
    { name: 'bare start', value: floor.readyMs, unit: 'ms' },
    ratio('product start', product.readyMs, 'ms', { base: 'bare start', atMost: 1.5 }),
    { name: 'bare memory', value: floor.memory, unit: 'MB' },
    ratio('product memory', product.memory, 'MB', { base: 'bare memory', atMost: 1.4 }),
    { name: 'bare script', value: floor.scriptKb, unit: 'kB gzip' },
    ratio('sign-in script', product.scriptKb, 'kB gzip', { base: 'bare script', atMost: 1.15 }),
    ratio('grid page script', product.gridKb, 'kB gzip', { base: 'bare script', atMost: 1.6 }),
  ];
}

export const finish = () => world.end();

const openFloor = () => startFloor(floorUrl(world.database));
const openWeb = () => startWeb({ database: world.database, dataDir });

function ratio(
  name: string,
  value: number,
  unit: string,
  { base, atMost }: { base: string; atMost: number },
): BenchRow {
  return { name, value, unit, base, goal: { atMost } };
}

interface Load {
  page: AskedPage;
  /** Another page whose script is counted. */
  grid?: AskedPage;
  requests: string[];
}

async function measure(server: Served, { page, grid, requests }: Load) {
  try {
    const scriptKb = await scriptsOf(server.port, page);
    const gridKb = grid ? await scriptsOf(server.port, grid) : Number.NaN;
    const target = { name: 'load', server, requests };
    await sideBySide([target], { connections: 8, sliceMs: 1_000, slices: 1 });
    const memory = memoryMb(server.pid) ?? Number.NaN;
    return { readyMs: server.readyMs, memory, scriptKb, gridKb };
  } finally {
    await server.stop();
  }
}
