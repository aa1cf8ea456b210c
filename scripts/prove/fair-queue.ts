import { setTimeout as pause } from 'node:timers/promises';
import { useCluster } from '@/db/testing/cluster';
import { invoke } from '@/lib/doors/callable';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { parkedProcedures } from '@/lib/platform/jobs/procedures';
import type { ProofContext } from '../testing/proof';
import { openQueueStage, type QueueStage } from '../testing/queue-stage';
import { startWorker } from '../testing/worker';

export const name = 'fair-queue';

const sizes = {
  small: { loud: 4_000, probes: 20, beside: 120 },
  full: { loud: 200_000, probes: 200, beside: 1_500 },
};
const mostMs = 2_000;
type Claim = ProofContext['claim'];
type Size = (typeof sizes)['small'];

/** One tenant has queued more than can be done: others begin at once, by weight; what fails parks. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'error';
  const stage = await openQueueStage();
  const secret = { ROWHOUSE_SECRET: env().ROWHOUSE_SECRET };
  const worker = await startWorker(stage.world.database, { dataDir: scratch, env: secret });
  try {
    await claimTurns(stage, sizes[size], claim);
    await claimWeights(stage, sizes[size], claim);
    await claimParked(stage, claim);
  } finally {
    await worker.end('SIGTERM');
    await stage.end();
  }
}

async function claimTurns(stage: QueueStage, { loud: count, probes }: Size, claim: Claim) {
  const loud = await stage.tenant();
  const quiet = await stage.tenant();
  await stage.queue(loud, count);
  await until(async () => (await stage.done(loud)) > 0);
  const waited: number[] = [];
  for (let n = 0; n < probes; n++) {
    waited.push(await stage.waitFor(await stage.queue(quiet, 1)));
    await pause(50);
  }
  const left = await stage.waiting(loud);
  waited.sort((one, other) => one - other);
  const p95 = waited[Math.ceil(probes * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  claim({
    name: `until a job is done beside ${count.toLocaleString('en')} of another tenant, p95 of ${probes}`,
    figure: `${Math.round(p95)} ms, longest ${Math.round(waited.at(-1) ?? 0)} ms, ${left.toLocaleString('en')} still waited`,
    bound: `at most ${mostMs} ms`,
    ok: p95 <= mostMs && left > 0,
  });
}

async function claimWeights(stage: QueueStage, { beside }: Size, claim: Claim) {
  const light = await stage.tenant(1);
  const heavy = await stage.tenant(3);
  await Promise.all([stage.queue(light, 20 * beside), stage.queue(heavy, 20 * beside)]);
  const done = () => Promise.all([stage.done(light), stage.done(heavy)]);
  // Whoever was queued first has had all hands until the other came.
  await until(async () => (await done()).every((count) => count > 0));
  const [fewBefore, manyBefore] = await done();
  await until(async () => (await stage.done(light)) >= fewBefore + beside);
  const [fewNow, manyNow] = await done();
  const left = Math.min(await stage.waiting(light), await stage.waiting(heavy));
  const [few, many] = [fewNow - fewBefore, manyNow - manyBefore];
  const ratio = many / few;
  claim({
    name: 'jobs done of a tenant of weight 3 for each of one of weight 1, while both have more',
    figure: `${ratio.toFixed(2)} (${many} and ${few}; ${left.toLocaleString('en')} and more of each left)`,
    bound: 'from 2 to 4',
    ok: ratio >= 2 && ratio <= 4 && left > 0,
  });
}

async function claimParked(stage: QueueStage, claim: Claim) {
  const query = stage.world.database.query.bind(stage.world.database);
  const tenant = await stage.tenant();
  await stage.queue(tenant, 20, { failing: true });
  const well = await stage.queue(tenant, 1);
  await stage.waitFor(well);
  const inQueue = async (condition: string) => {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from graphile_worker._private_jobs
       where payload ->> 'job' = 'no.such.job' and ${condition}`,
    );
    return row?.n ?? 0;
  };
  await until(async () => (await inQueue('attempts > 0 and locked_at is null')) === 20);
  await query(
    `update graphile_worker._private_jobs set max_attempts = attempts
     where payload ->> 'job' = 'no.such.job' and locked_at is null`,
  );
  const parked = () =>
    invoke(parkedProcedures.list, { tenantId: tenant.tenantId }, stage.asStaff());
  await until(async () => (await parked()).count === 20);
  const { jobs } = await parked();
  const left = await inQueue('true');
  const [one] = jobs;
  const reason = 'The job is there now';
  await invoke(parkedProcedures.retry, { id: one?.id ?? '', reason }, stage.asStaff());
  await until(async () => (await inQueue('attempts > 0')) === 1);
  const { count } = await parked();
  claim({
    name: 'of 20 jobs that only fail',
    figure: `${jobs.length} parked, ${left} left in the queue, ${count} parked after one was tried again; one beside them was done`,
    bound: '20 parked, none left, 19 after one more try',
    ok: jobs.length === 20 && left === 0 && count === 19 && /no job/.test(one?.error ?? ''),
  });
}

/** Resolves once it is so; a proof that waits for ever is ended from outside. */
async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await pause(100);
}
