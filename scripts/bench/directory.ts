import type { World } from '@/lib/doors/testing';
import { setDirectoryUrl } from '@/lib/env';
import { openDirectoryEndpoint } from '@/lib/server/directory-endpoint';
import { DirectoryCache } from '@/lib/tenancy/directory/cache';
import { internalSource } from '@/lib/tenancy/directory/source';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { percentile } from './stage/alternate';
import { addTenants } from './stage/many-tenants';
import { openBenchWorld } from './stage/world';

export const name = 'directory';

/** Tenants in the directory; a cache has seen some of them. */
const sizes = { small: { present: 2_000, seen: 1_000 }, full: { present: 100_000, seen: 10_000 } };
const hits = 50_000;
const misses = 400;

let world: World;
let endpoint: Awaited<ReturnType<typeof openDirectoryEndpoint>>;
let count: { present: number; seen: number };

export async function prepare({ adminUrl, size }: ExperimentContext): Promise<void> {
  count = sizes[size];
  world = await openBenchWorld(adminUrl);
  const { tenantId: model } = await world.tenant();
  await addTenants(world, { model, prefix: 'host', count: count.present });
  endpoint = await openDirectoryEndpoint();
  setDirectoryUrl(endpoint.url);
}

/** The directory cache over its internal endpoint: hosts it knows in turn, and unknown ones. */
export async function run(): Promise<BenchRow[]> {
  const cold = new DirectoryCache(internalSource(), { freshMs: 600_000 });
  const missMs: number[] = [];
  for (let n = 1; n <= misses; n++) missMs.push(await timed(cold, (n * 7_919) % count.present));
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const cache = new DirectoryCache(internalSource(), { freshMs: 600_000 });
  await fill(cache);
  globalThis.gc?.();
  const grownMb = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const took = await hitMs(cache);
  return [
    {
      name: `hit among ${count.present}, p99`,
      value: percentile(took, 0.99),
      unit: 'ms',
      goal: { atMost: 1 },
    },
    {
      name: `miss among ${count.present}, p99`,
      value: percentile(missMs, 0.99),
      unit: 'ms',
      goal: { atMost: 10 },
    },
    { name: `memory of ${count.seen} entries`, value: grownMb, unit: 'MB', goal: { atMost: 100 } },
  ];
}

export async function finish(): Promise<void> {
  await endpoint.close();
  await world.end();
}

const hostOf = (n: number) => {
  const slug = `host-${(n % count.present) + 1}`;
  return { zone: 'tenant', slug, host: `${slug}.rowhouse.localhost` } as const;
};

async function timed(cache: DirectoryCache, n: number): Promise<number> {
  const from = performance.now();
  const entry = await cache.find(hostOf(n));
  if (!entry) throw new Error(`Host ${n} is not in the directory.`);
  return performance.now() - from;
}

async function fill(cache: DirectoryCache) {
  const parallel = 32;
  for (let n = 0; n < count.seen; n += parallel) {
    await Promise.all(
      Array.from({ length: parallel }, (_, i) => cache.find(hostOf((n + i) % count.seen))),
    );
  }
}

async function hitMs(cache: DirectoryCache): Promise<number[]> {
  const tookMs: number[] = [];
  for (let n = 0; n < hits; n++) tookMs.push(await timed(cache, n % count.seen));
  return tookMs;
}
