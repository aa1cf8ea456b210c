import { setTestTier } from '@/db/testing/tier';
import { invoke } from '@/lib/doors/callable';
import type { TestMember, World } from '@/lib/doors/testing';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import type { Reach } from '@/lib/modules/collections/rules/shapes';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { percentile } from './stage/alternate';
import { type AskedView, askedViews } from './stage/asked-views';
import { bindReader, type Cases, fillCases } from './stage/fill-cases';
import { openBenchWorld } from './stage/world';

export const name = 'views';

const sizes = {
  small: { records: 5_000, pages: 20 },
  full: { records: 50_000, pages: 60 },
};

const tiers = ['pooled', 'schema', 'database'] as const;
type Tier = (typeof tiers)[number];

interface Stage {
  cases: Cases;
  designer: TestMember;
  reader: TestMember;
}

let world: World;
const stages = new Map<Tier, Stage>();

export async function prepare({ adminUrl, size }: ExperimentContext): Promise<void> {
  world = await openBenchWorld(adminUrl);
  for (const tier of tiers) {
    setTestTier(tier);
    const tenant = await world.tenant();
    const designer = await world.member(tenant, 'admin');
    const reader = await world.member(tenant, 'basic');
    const cases = await fillCases({ designer, reader }, sizes[size].records);
    await world.database.queryPlane(tenant.home, 'vacuum analyze records, record_links');
    stages.set(tier, { cases, designer, reader });
  }
  setTestTier('pooled');
}

const ruled: Reach[] = ['own', 'assigned', 'involved'];

/**
 * The first page of 50 with its exact count, in the procedure: views of each sort where everything is
 * open, then the same records for somebody whom rules keep to a twentieth or a tenth of them.
 */
export async function run({ size }: ExperimentContext): Promise<BenchRow[]> {
  const { pages } = sizes[size];
  const rows: BenchRow[] = [];
  for (const [tier, stage] of stages) {
    const { cases, designer, reader } = stage;
    for (const [what, view] of Object.entries(askedViews)) {
      rows.push(...(await rowsOf(`${what}, ${tier}`, timed(designer, pages, cases, view))));
    }
    for (const see of ruled) {
      await bindReader(stage, cases.collectionId, see);
      const seen = `seeing ${see === 'involved' ? 'both' : see}, ${tier}`;
      const unfiltered = (n: number, of: Cases) => ({ sorts: askedViews.plain(n, of).sorts ?? [] });
      rows.push(
        ...(await rowsOf(`plain, ${seen}`, timed(reader, pages, cases, askedViews.plain))),
        ...(await rowsOf(`no filter, ${seen}`, timed(reader, pages, cases, unfiltered))),
      );
    }
  }
  return rows;
}

export const finish = () => world.end();

async function rowsOf(what: string, measured: Promise<number[]>): Promise<BenchRow[]> {
  const ms = await measured;
  return [
    { name: `${what}, p50`, value: percentile(ms, 0.5), unit: 'ms' },
    { name: `${what}, p95`, value: percentile(ms, 0.95), unit: 'ms', goal: { atMost: 50 } },
  ];
}

/** Milliseconds of each call. */
async function timed(
  member: TestMember,
  times: number,
  cases: Cases,
  view: (n: number, cases: Cases) => AskedView,
): Promise<number[]> {
  const { collectionId } = cases;
  const took: number[] = [];
  for (let n = -5; n < times; n++) {
    const asked = view(Math.abs(n), cases);
    const from = performance.now();
    await invoke(recordProcedures.list, { collectionId, ...asked, limit: 50 }, member.call());
    // The first calls open connections and name statements.
    if (n >= 0) took.push(performance.now() - from);
  }
  return took;
}
