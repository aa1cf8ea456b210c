import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { useCluster } from '@/db/testing/cluster';
import { openWorld, type TestTenant, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { importing } from '@/lib/modules/collections/testing/importing';
import type { ProofContext } from '../testing/proof';

export const name = 'imports';

const datasets = { small: 'flights-10k.json', full: 'flights-200k.json' };
/** What the second half of a file may add to what the first half took, MB. */
const mostGrownMb = 48;
const mega = 2 ** 20;

/** A large file comes in whole and exactly, and the worker holds no more at its end than midway. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  setFileStore(new LocalFolder(scratch));
  const world = await openWorld();
  try {
    const tenant = await world.tenant();
    const admin = await world.member(tenant, 'admin');
    const file = await dataset(datasets[size]);
    const steps = importing({ admin, tenant });
    const { id: fileId } = await steps.upload(file.bytes, datasets[size]);
    const { import: draft } = await steps.draftOfFile(fileId, 'Flights');
    const { rows, used } = await timed(
      () => steps.run(draft.id),
      async () => await doneOf(world, tenant),
      file.rows,
    );
    claim({
      name: `${datasets[size]}, imported`,
      figure: `${rows.rowsAdded.toLocaleString('en')} added, ${rows.rowsFailed} refused, ${Math.round(rows.rowsAdded / used.seconds).toLocaleString('en')} rows/s`,
      bound: `${file.rows.toLocaleString('en')} added, 0 refused`,
      ok: rows.rowsAdded === file.rows && rows.rowsFailed === 0 && rows.state === 'done',
    });
    await claimExact({ world, tenant, file, claim });
    const { begin, middle, end } = used;
    claim({
      name: `${datasets[size]}, memory of the worker`,
      figure: `${mb(begin)} at begin, ${mb(middle)} midway, ${mb(end)} at the end`,
      bound: `at most ${mostGrownMb} MB more at the end than midway`,
      ok: (end - middle) / mega <= mostGrownMb,
    });
  } finally {
    await world.end();
  }
}

const mb = (bytes: number) => `${Math.round(bytes / mega)} MB`;

interface Dataset {
  bytes: Uint8Array<ArrayBuffer>;
  rows: number;
  sums: string;
}

async function dataset(file: string): Promise<Dataset> {
  const path = fileURLToPath(new URL(`../data/${file}`, import.meta.resolve('vega-datasets')));
  const bytes = new Uint8Array(await readFile(path));
  const objects: { delay: number; distance: number }[] = JSON.parse(
    Buffer.from(bytes).toString('utf8'),
  );
  const delay = objects.reduce((sum, one) => sum + one.delay, 0);
  const distance = objects.reduce((sum, one) => sum + one.distance, 0);
  return { bytes, rows: objects.length, sums: `${delay}, ${distance}` };
}

/** Memory that is left after a collection: what the work holds, not what it leaves behind. */
function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function timed<T>(work: () => Promise<T>, done: () => Promise<number>, rows: number) {
  const begin = heldBytes();
  let middle: number | undefined;
  const watch = setInterval(async () => {
    if (middle === undefined && (await done()) >= rows / 2) middle ??= heldBytes();
  }, 200);
  const from = performance.now();
  const answer = await work();
  const seconds = (performance.now() - from) / 1_000;
  clearInterval(watch);
  const end = heldBytes();
  return { rows: answer, used: { begin, middle: middle ?? end, end, seconds } };
}

async function doneOf(world: World, tenant: TestTenant): Promise<number> {
  const [found] = await world.rowsOf<{ rows: number }>(
    tenant,
    'select rows_done as rows from imports',
  );
  return found?.rows ?? 0;
}

interface Shown {
  world: World;
  tenant: TestTenant;
  file: Dataset;
  claim: ProofContext['claim'];
}

async function claimExact({ world, tenant, file, claim }: Shown) {
  const [found] = await world.rowsOf<{ sums: string }>(
    tenant,
    `select sum((data ->> 'delay')::bigint) || ', ' || sum((data ->> 'distance')::bigint) as sums from records`,
  );
  claim({
    name: 'sums of the file and of the records',
    figure: found?.sums ?? 'none',
    bound: file.sums,
    ok: found?.sums === file.sums,
  });
}
