import { setTestTier } from '@/db/testing/tier';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import type { TestMember, TestTenant, World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { fileProcedures } from '@/lib/modules/collections/files/procedures';
import { importProcedures } from '@/lib/modules/collections/imports/procedures';
import type { ListQuery } from '@/lib/modules/collections/records/list';
import { recordProcedures } from '@/lib/modules/collections/records/procedures';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { percentile } from './stage/alternate';
import { type Filled, fillCollection, studentRow } from './stage/fill-collection';
import { openBenchWorld } from './stage/world';

export const name = 'collections';

const sizes = {
  small: { records: 5_000, csvRows: 5_000, pages: 40 },
  full: { records: 50_000, csvRows: 40_000, pages: 100 },
};

const tiers = ['pooled', 'schema', 'database'] as const;
type Tier = (typeof tiers)[number];

let world: World;
let tenant: TestTenant;
let member: TestMember;
let stages: Record<Tier, Filled & { member: TestMember }>;

export async function prepare(context: ExperimentContext): Promise<void> {
  setFileStore(new LocalFolder(context.scratch));
  world = await openBenchWorld(context.adminUrl);
  const made: Partial<typeof stages> = {};
  for (const tier of tiers) {
    setTestTier(tier);
    const own = await world.tenant();
    const designer = await world.member(own, 'admin');
    made[tier] = {
      ...(await fillCollection(designer, sizes[context.size].records)),
      member: designer,
    };
    await world.database.queryPlane(own.home, 'vacuum analyze records');
    if (tier === 'pooled') [tenant, member] = [own, designer];
  }
  setTestTier('pooled');
  stages = made as typeof stages;
}

/** The first page of filtered and sorted views, at each tier, and rows of a CSV file a second. */
export async function run({ size }: ExperimentContext): Promise<BenchRow[]> {
  const { pages, csvRows, records } = sizes[size];
  const pageMs = await timePages(pages, 'pooled', narrow);
  const wideRows: BenchRow[] = [];
  for (const tier of tiers) {
    const ms = await timePages(pages, tier, wide);
    const name = `three filters and two sorts of ${records}, ${tier}`;
    wideRows.push(
      { name: `${name}, p50`, value: percentile(ms, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(ms, 0.95), unit: 'ms', goal: { atMost: 50 } },
    );
  }
  const imported = await timeImport(csvRows);
  return [
    {
      name: `page of ${records}, p50`,
      value: percentile(pageMs, 0.5),
      unit: 'ms',
    },
    {
      name: `page of ${records}, p95`,
      value: percentile(pageMs, 0.95),
      unit: 'ms',
      goal: { atMost: 50 },
    },
    ...wideRows,
    {
      name: `import of ${csvRows} rows`,
      value: imported.perSecond,
      unit: 'rows/s',
      goal: { atLeast: 20_000 },
    },
    { name: 'memory during import', value: imported.grownMb, unit: 'MB' },
  ];
}

export const finish = () => world.end();

type AskedView = (n: number, key: (name: string) => string) => Pick<ListQuery, 'filters' | 'sorts'>;

const narrow: AskedView = (n, key) => ({
  filters: [
    { field: key('Score'), op: 'gt', value: (n * 13) % 900 },
    { field: key('City'), op: 'equals', value: 'Busan' },
  ],
  sorts: [{ field: key('Name'), direction: 'asc' }],
});

/** Some thousand records, in an order that no one index gives. */
const wide: AskedView = (n, key) => ({
  filters: [
    { field: key('Score'), op: 'between', value: [(n * 13) % 300, 700] },
    { field: key('City'), op: 'one_of', value: ['Busan', 'Seoul', 'Daegu'] },
    { field: key('Active'), op: 'equals', value: n % 2 === 0 },
  ],
  sorts: [
    { field: key('Born'), direction: n % 3 === 0 ? 'desc' : 'asc' },
    { field: key('Name'), direction: 'asc' },
  ],
});

/** Milliseconds of each call, the exact count of the whole view included. */
async function timePages(times: number, tier: Tier, view: AskedView): Promise<number[]> {
  const { collectionId, keys, member: reader } = stages[tier];
  const tookMs: number[] = [];
  for (let n = 0; n < times; n++) {
    const asked = view(n, (name) => keys[name] ?? '');
    const from = performance.now();
    await invoke(recordProcedures.list, { collectionId, ...asked, limit: 50 }, reader.call());
    tookMs.push(performance.now() - from);
  }
  return tookMs;
}

async function timeImport(rows: number) {
  const file = new File([csvOf(rows)], 'students.csv');
  const { id: fileId } = await invoke(fileProcedures.upload, { file }, member.call());
  const draft = await invoke(
    importProcedures.create,
    { fileId, collectionName: `Import ${fileId}` },
    member.call(),
  );
  const importId = draft.import.id;
  await invoke(importProcedures.start, { importId }, member.call());
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const from = performance.now();
  await runJob({
    tenantId: tenant.tenantId,
    plane: 'tenant',
    outboxId: importId,
    job: 'imports.run',
    input: { importId },
  });
  const seconds = (performance.now() - from) / 1_000;
  clearInterval(watch);
  const done = await invoke(importProcedures.get, { importId }, member.call());
  if (done.rowsDone !== rows) throw new Error(`${done.rowsDone} of ${rows} rows were imported.`);
  return { perSecond: rows / seconds, grownMb: (most - before) / 2 ** 20 };
}

function csvOf(rows: number): string {
  const lines = ['Name,Score,Born,City,Active'];
  for (let n = 0; n < rows; n++) lines.push(Object.values(studentRow(n)).join(','));
  return lines.join('\n');
}
