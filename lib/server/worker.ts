import { EventEmitter } from 'node:events';
import { makeWorkerUtils, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker';
import { closePools, configureDatabase, connectionNames } from '@/db/client';
import { listenFor } from '@/db/listen';
import { keepHands } from '@/db/queue-hands';
import { verifyRuntimeRole } from '@/db/runtime-role';
import { watchShards } from '@/db/shards/watch';
import { runJob } from '@/lib/doors/job';
import { env } from '@/lib/env';
import type { JobPayload, OutboxPlane } from '@/lib/jobs/payload';
import { log } from '@/lib/log';
import { enterUsage } from './count-usage';
import { dispatchControl, dispatchFor, dispatchOn } from './dispatch';
import { tendParked } from './parked';
import { type EndedJob, lineUpFailed } from './queue-load';
import { quietLogger } from './queue-log';
import { onDemand, repeat } from './rounds';
import { tellOfShard } from './shard-news';
import { atShutdown, endOnSignals } from './shutdown';

/** How often the outboxes are swept even when no hint came. */
const sweepMs = 2_000;
/** How often jobs are looked for that failed for good, or are to be tried again. */
const parkMs = 5_000;
/** How often jobs that failed are lined up: sooner than any is tried again. */
const lineUpMs = 1_000;
/** Jobs that are worked on at a time, beside those that wait for receivers. */
const hands = 6;

const {
  WORKER_DATABASE_URL: connectionString,
  ROWHOUSE_SECRET: roleSecret,
  SHARD_URLS: shards,
} = env();
if (!connectionString) throw new Error('The worker needs WORKER_DATABASE_URL.');
configureDatabase({ worker: connectionString, roleSecret, shards });
await verifyRuntimeRole({ ownSchemas: ['graphile_worker'] });
endOnSignals();
atShutdown(closePools);
atShutdown((await watchShards(tellOfShard)).stop);
enterUsage();

const perform: Task = async (payload) => await runJob(payload as JobPayload);
const queue = await makeWorkerUtils({ connectionString, logger: quietLogger });
const living = keepHands(
  connectionString,
  async (dead) => {
    await queue.forceUnlockWorkers(dead);
    log.warn({ dead }, 'jobs of workers that died begin anew');
  },
  (error) => log.error({ err: error }, 'jobs of workers that died cannot be looked for'),
);
const events: WorkerEvents = new EventEmitter();
events.on('worker:create', ({ worker }) => living.add(worker.workerId));
const work = (taskList: TaskList, concurrency: number) =>
  run({
    connectionString,
    ...{ taskList, concurrency, events },
    noHandleSignals: true,
    logger: quietLogger,
  });
const runners = [
  await work({ procedure: perform }, hands),
  // Receivers of webhooks may keep a hand waiting: never one of those above.
  await work({ delivery: perform }, 24),
];
atShutdown(async () => queue.release());
atShutdown(living.stop);
for (const runner of runners) atShutdown(() => runner.stop());

let isEnding = false;

/** Keeps one part of the outboxes swept: at every hint, and now and then without one. */
function keepSwept(url: string, sweep: () => Promise<number>) {
  const begin = onDemand('dispatch', async () => {
    // Whoever had a turn may have more, and others may come after them.
    while ((await sweep()) > 0) if (isEnding) return;
  });
  const timer = setInterval(begin, sweepMs);
  atShutdown(async () => {
    isEnding = true;
    clearInterval(timer);
  });
  atShutdown(listenFor(url, 'rowhouse_outbox', begin).stop);
  begin();
}

const shared = {
  addJob: queue.addJob,
  withPgClient: queue.withPgClient,
  hands,
};
keepSwept(connectionString, () => dispatchControl(shared));
for (const connection of connectionNames()) {
  const url = shards[connection] ?? connectionString;
  keepSwept(url, () => dispatchOn(connection, shared));
}

// Where a job of a tenant ends there is room for its next.
const ended: Record<OutboxPlane, EndedJob[]> = { control: [], tenant: [] };
const refill = onDemand('dispatch', async () => {
  for (const plane of ['control', 'tenant'] as const) {
    await dispatchFor(plane, ended[plane].splice(0), shared);
  }
});
events.on('job:complete', ({ job, error }) => {
  const { plane, tenantId } = job.payload as JobPayload;
  ended[plane].push({ id: String(job.id), tenantId, failed: Boolean(error) });
  refill();
});

repeat('lining up', lineUpMs, () => lineUpFailed(queue));
repeat('parking', parkMs, () => tendParked(queue));
log.info('worker ready');
