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

let world: World;
let tenant: TestTenant;
let member: TestMember;
let filled: Filled;

export async function prepare({ adminUrl, scratch, size }: ExperimentContext): Promise<void> {
  setFileStore(new LocalFolder(scratch));
  world = await openBenchWorld(adminUrl);
  tenant = await world.tenant();
  member = await world.member(tenant, 'admin');
  filled = await fillCollection(member, sizes[size].records);
  await world.database.queryPlane(tenant.home, 'vacuum analyze records');
}

/** The first page of a filtered and sorted view, and rows of a CSV file a second. Wider views: `views`. */
export async function run({ size }: ExperimentContext): Promise<BenchRow[]> {
  const { pages, csvRows, records } = sizes[size];
  const pageMs = await timePages(pages);
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

/** Milliseconds of each call, the exact count of the whole view included. */
async function timePages(times: number): Promise<number[]> {
  const { collectionId, keys } = filled;
  const key = (name: string) => keys[name] ?? '';
  const tookMs: number[] = [];
  for (let n = 0; n < times; n++) {
    const asked: Pick<ListQuery, 'filters' | 'sorts'> = {
      filters: [
        { field: key('Score'), op: 'gt', value: (n * 13) % 900 },
        { field: key('City'), op: 'equals', value: 'Busan' },
      ],
      sorts: [{ field: key('Name'), direction: 'asc' }],
    };
    const from = performance.now();
    await invoke(recordProcedures.list, { collectionId, ...asked, limit: 50 }, member.call());
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
