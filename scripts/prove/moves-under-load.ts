import { setTimeout as pause } from 'node:timers/promises';
import { collections } from '@/db/schema/tenant';
import { withTenant } from '@/db/tenant';
import { useCluster } from '@/db/testing/cluster';
import { openWorld, type TestTenant } from '@/lib/doors/testing';
import { fillTenant, moveTo, scopeOf } from '../testing/large-tenant';
import { startOperator } from '../testing/operator';
import type { ProofContext } from '../testing/proof';
import { audit, type Journal, startWriters } from '../testing/writers';

export const name = 'moves-under-load';

const sizes = {
  small: { rows: 3_000, perSecond: 100, moves: 1, restMs: 300 },
  full: { rows: 1_000_000, perSecond: 500, moves: 4, restMs: 10_000 },
};
const tiers = ['schema', 'pooled', 'database', 'pooled'] as const;

/** A large tenant moves while clients write at a steady pace and a neighbour reads. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  const operator = await startOperator(world.database, { dataDir: scratch });
  try {
    const { rows, perSecond, moves, restMs } = sizes[size];
    const [tenant, neighbour] = [await world.tenant(), await world.tenant()];
    await fillTenant(world, tenant, rows);
    const reader = startReader(neighbour);
    const writers = startWriters(tenant.tenantId, { writers: 16, perSecond });
    await pause(restMs);
    const calm = reader.take();
    const pauses: number[] = [];
    for (const tier of tiers.slice(0, moves)) {
      pauses.push((await moveTo(world, tenant, tier)).pauseMs);
    }
    const busy = reader.take();
    await reader.stop();
    const journal = await writers.stop();
    const fate = await audit(tenant.tenantId, journal);
    claimWrites({ ...fate, journal, moves, rows, claim });
    if (size === 'full') claimTimes({ pauses, journal, calm, busy, claim });
  } finally {
    await operator.end('SIGTERM');
    await world.end();
  }
}

/** A neighbour who reads one small list after the other; milliseconds of each. */
function startReader({ tenantId }: TestTenant) {
  let taken: number[] = [];
  let going = true;
  const read = async () => {
    while (going) {
      const begun = performance.now();
      await withTenant(scopeOf(tenantId), (db) => db.select().from(collections).limit(25));
      taken.push(performance.now() - begun);
      await pause(5);
    }
  };
  const running = read();
  return {
    take: () => {
      const all = taken;
      taken = [];
      return all;
    },
    stop: async () => {
      going = false;
      await running;
    },
  };
}

interface Writes {
  lost: number;
  surplus: number;
  miscounted: number;
  journal: Journal;
  moves: number;
  rows: number;
  claim: ProofContext['claim'];
}

function claimWrites({ lost, surplus, miscounted, journal, moves, rows, claim }: Writes) {
  claim({
    name: 'writes while a large tenant moves',
    figure: `${moves} moves of ${rows} rows, ${journal.acknowledged.length} acknowledged, ${journal.doubtful.length} refused; ${lost} lost, ${surplus} doubled, ${miscounted} miscounted`,
    bound: '0 refused, 0 lost, 0 doubled, 0 miscounted',
    ok: journal.doubtful.length + lost + surplus + miscounted === 0,
  });
}

interface Times {
  pauses: number[];
  journal: Journal;
  calm: number[];
  busy: number[];
  claim: ProofContext['claim'];
}

function claimTimes({ pauses, journal, calm, busy, claim }: Times) {
  const longest = Math.max(...pauses);
  claim({
    name: 'pause of writes at the cut-over',
    figure: `${pauses.join(', ')} ms; longest write ${Math.round(percentile(journal.latencies, 1))} ms`,
    bound: 'at most 1000 ms',
    ok: longest <= 1_000,
  });
  const ratio = percentile(busy, 0.95) / percentile(calm, 0.95);
  claim({
    name: 'a neighbour’s reads (p95) during moves to before',
    figure: `${ratio.toFixed(2)} (${percentile(calm, 0.95).toFixed(1)} ms before, under the same writes)`,
    bound: 'at most 1.5',
    ok: ratio <= 1.5,
  });
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
