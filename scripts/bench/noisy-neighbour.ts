import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { useCluster } from '@/db/testing/cluster';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import type { TestTenant } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { root } from '../settings.mjs';
import type { RunningProgram } from '../testing/program';
import type { BenchRow, ExperimentContext } from '../testing/proof';
import { openQueueStage, type QueueStage } from '../testing/queue-stage';
import { startWorker } from '../testing/worker';
import { percentile } from './stage/alternate';
import { Connection } from './stage/connection';
import { type Filled, fillCollection } from './stage/fill-collection';
import { getRequest } from './stage/load';
import type { Served } from './stage/server';
import { startWeb } from './stage/web';

export const name = 'noisy-neighbour';

const sizes = {
  small: { quiet: 9, perSecond: 20, sliceMs: 2_000, slices: 2, rows: 2_000, jobs: 500 },
  full: { quiet: 49, perSecond: 49, sliceMs: 5_000, slices: 4, rows: 50_000, jobs: 4_000 },
};
/** Calls a minute of the plan that the loud one is on, and how many times as many it asks. */
const quota = { read: 300, heavy: 30 };
const times = 20;
const lanes = 12;

interface Loud {
  tenant: TestTenant;
  cookie: string;
  filled: Filled;
}

let size: (typeof sizes)['small'];
let stage: QueueStage;
let web: Served;
let worker: RunningProgram;
let loud: Loud;
let requests: string[];

export async function prepare(context: ExperimentContext): Promise<void> {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(context.adminUrl);
  size = sizes[context.size];
  stage = await openQueueStage();
  const { world, asStaff } = stage;
  requests = [];
  for (let n = 0; n < size.quiet; n++) {
    const tenant = await world.tenant();
    const member = await world.member(tenant, 'admin');
    const { collectionId } = await fillCollection(member, 25);
    const path = `/api/v1/collections/${collectionId}/records?limit=25`;
    requests.push(getRequest(path, tenant.host, `${sessionCookie()}=${member.token}`));
  }
  const tenant = await world.tenant();
  const member = await world.member(tenant, 'admin');
  const filled = await fillCollection(member, size.rows);
  await putOn(asStaff, tenant.tenantId, await publishPlan(asStaff, { rates: quota }));
  loud = { tenant, cookie: `${sessionCookie()}=${member.token}`, filled };
  await world.database.query('analyze');
  web = await startWeb({ database: world.database, dataDir: context.scratch });
  worker = await startWorker(world.database, { dataDir: context.scratch });
  await quietSlice(size.sliceMs);
}

interface Slice {
  tookMs: number[];
  errors: number;
}

/**
 * Many quiet tenants list records at an even pace, alone and beside one that asks twenty times what its
 * plan allows, of lists and of searches through everything it has, and queues jobs without end.
 */
export async function run(): Promise<BenchRow[]> {
  const alone: Slice = { tookMs: [], errors: 0 };
  const beside: Slice = { tookMs: [], errors: 0 };
  const answers: Record<string, number> = {};
  for (let n = 0; n < size.slices; n++) {
    add(alone, await quietSlice(size.sliceMs));
    const noise = makeNoise();
    await stage.queue(loud.tenant, size.jobs);
    await pause(300);
    add(beside, await quietSlice(size.sliceMs));
    for (const [status, count] of Object.entries(await noise.stop())) {
      answers[status] = (answers[status] ?? 0) + count;
    }
    // What is on its way is not the quiet ones' next measure.
    await pause(500);
  }
  const asked = Object.values(answers).reduce((sum, count) => sum + count, 0);
  const told = answers['429'] ?? 0;
  const wrong = asked - told - (answers['200'] ?? 0);
  return [
    { name: 'quiet ones alone, p95', value: percentile(alone.tookMs, 0.95), unit: 'ms' },
    {
      ...{ name: 'quiet ones beside a loud one, p95', unit: 'ms' },
      ...{ value: percentile(beside.tookMs, 0.95), base: 'quiet ones alone, p95' },
      goal: { atMost: 1.5 },
    },
    {
      ...{ name: 'their answers that were not 200', value: alone.errors + beside.errors },
      ...{ unit: `of ${alone.tookMs.length + beside.tookMs.length}`, goal: { atMost: 0 } },
    },
    {
      ...{ name: 'the loud one told to come back later', value: (told / asked) * 100 },
      ...{ unit: `% of ${asked}`, goal: { atLeast: 80 } },
    },
    {
      ...{ name: 'its answers that were neither 200 nor say when', value: wrong },
      ...{ unit: `of ${asked}`, goal: { atMost: 0 } },
    },
  ];
}

export async function finish(): Promise<void> {
  await worker.end('SIGTERM');
  await web.stop();
  await stage.end();
}

function add(to: Slice, { tookMs, errors }: Slice): void {
  to.tookMs.push(...tookMs);
  to.errors += errors;
}

/** Requests leave when they are due, whatever became of those before; their time counts from then. */
async function quietSlice(ms: number): Promise<Slice> {
  const slice: Slice = { tookMs: [], errors: 0 };
  const count = Math.floor((ms * size.perSecond) / 1_000);
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    const connection = new Connection(web.port);
    while (next < count) {
      const at = next++;
      const due = began + (at * 1_000) / size.perSecond;
      const ahead = due - performance.now();
      if (ahead > 0) await pause(ahead);
      const status = await connection.ask(requests[at % requests.length] ?? '');
      slice.tookMs.push(performance.now() - Math.max(due, began));
      if (status !== 200) slice.errors += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return slice;
}

/** A process that asks for the loud one, until it is stopped; then how often it was answered what. */
function makeNoise() {
  const { collectionId, keys } = loud.filled;
  const list = `/api/v1/collections/${collectionId}/records?limit=25`;
  const condition = (n: number, field: string, op: string, value: string) =>
    `&filters[${n}][field]=${field}&filters[${n}][op]=${op}&filters[${n}][value]=${value}`;
  const slow = [
    '/api/v1/records/search?query=student',
    `${list}${condition(0, keys.Name ?? '', 'contains', '7')}&sorts[0][field]=${keys.City}`,
  ];
  const child = fork(join(root, 'scripts/bench/stage/loud.mjs'));
  const paths = [list, list, list, list, list, list, list, list, ...slow];
  const perSecond = ((quota.read + quota.heavy) * times) / 60;
  child.send({ port: web.port, host: loud.tenant.host, cookie: loud.cookie, paths, perSecond });
  const stop = () =>
    new Promise<Record<string, number>>((done) => {
      child.once('message', (statuses) => done(statuses as Record<string, number>));
      child.kill('SIGTERM');
    });
  return { stop };
}
