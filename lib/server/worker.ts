import { EventEmitter } from 'node:events';
import { makeWorkerUtils, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker';
import { closePools, configureDatabase, connectionNames } from '@/db/client';
import { listenFor } from '@/db/listen';
import { keepHands } from '@/db/queue-hands';
import { verifyRuntimeRole } from '@/db/runtime-role';
import { watchShards } from '@/db/shards/watch';
import { runJob } from '@/lib/doors/job';
import { env } from '@/lib/env';
import type { JobPayload } from '@/lib/jobs/payload';
import { log } from '@/lib/log';
import { dispatchControl, dispatchOn } from './dispatch';
import { quietLogger } from './queue-log';
import { tellOfShard } from './shard-news';
import { atShutdown, endOnSignals } from './shutdown';

/** How often the outboxes are swept even when no hint came. */
const sweepMs = 2_000;

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

const perform: Task = async (payload) => await runJob(payload as JobPayload);
const queue = await makeWorkerUtils({ connectionString, logger: quietLogger });
const hands = keepHands(
  connectionString,
  async (dead) => {
    await queue.forceUnlockWorkers(dead);
    log.warn({ dead }, 'jobs of workers that died begin anew');
  },
  (error) => log.error({ err: error }, 'jobs of workers that died cannot be looked for'),
);
const events: WorkerEvents = new EventEmitter();
events.on('worker:create', ({ worker }) => hands.add(worker.workerId));
const work = (taskList: TaskList, concurrency: number) =>
  run({
    connectionString,
    ...{ taskList, concurrency, events },
    noHandleSignals: true,
    logger: quietLogger,
  });
const runners = [
  await work({ procedure: perform }, 4),
  // Receivers of webhooks may keep a hand waiting: never one of those above.
  await work({ delivery: perform }, 24),
];
atShutdown(async () => queue.release());
atShutdown(hands.stop);
for (const runner of runners) atShutdown(() => runner.stop());

/** Keeps one part of the outboxes swept: at every hint, and now and then without one. */
function keepSwept(url: string, sweep: () => Promise<number>) {
  let sweeping: Promise<unknown> | undefined;
  let again = false;
  const begin = () => {
    if (sweeping) {
      again = true;
      return;
    }
    sweeping = sweep()
      .catch((error: unknown) => log.error({ err: error }, 'dispatch failed'))
      .finally(() => {
        sweeping = undefined;
        if (again) {
          again = false;
          begin();
        }
      });
  };
  const timer = setInterval(begin, sweepMs);
  atShutdown(async () => {
    clearInterval(timer);
    await sweeping;
  });
  atShutdown(listenFor(url, 'rowhouse_outbox', begin).stop);
  begin();
}

keepSwept(connectionString, () => dispatchControl(queue));
for (const connection of connectionNames()) {
  const url = shards[connection] ?? connectionString;
  keepSwept(url, () => dispatchOn(connection, queue));
}
log.info('worker ready');
