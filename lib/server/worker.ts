import { makeWorkerUtils, run, type TaskList } from 'graphile-worker';
import { closePools, configureDatabase } from '@/db/client';
import { listenFor } from '@/db/listen';
import { verifyRuntimeRole } from '@/db/runtime-role';
import { runJob } from '@/lib/doors/job';
import { env } from '@/lib/env';
import type { JobPayload } from '@/lib/jobs/payload';
import { log } from '@/lib/log';
import { dispatch } from './dispatch';
import { quietLogger } from './queue-log';
import { atShutdown, endOnSignals } from './shutdown';

/** How often the outboxes are swept even when no hint came. */
const sweepMs = 2_000;

const { WORKER_DATABASE_URL: connectionString, ROWHOUSE_SECRET: roleSecret } = env();
if (!connectionString) throw new Error('The worker needs WORKER_DATABASE_URL.');
configureDatabase({ worker: connectionString, roleSecret });
await verifyRuntimeRole({ ownSchemas: ['graphile_worker'] });
endOnSignals();
atShutdown(closePools);

const tasks: TaskList = { procedure: async (payload) => await runJob(payload as JobPayload) };
const runner = await run({
  connectionString,
  taskList: tasks,
  concurrency: 4,
  noHandleSignals: true,
  logger: quietLogger,
});
atShutdown(() => runner.stop());
const queue = await makeWorkerUtils({ connectionString, logger: quietLogger });
atShutdown(async () => queue.release());

let sweeping: Promise<unknown> | undefined;
let again = false;

/** One sweep at a time; a hint that comes meanwhile causes one more. */
function sweep() {
  if (sweeping) {
    again = true;
    return;
  }
  sweeping = dispatch(queue)
    .catch((error: unknown) => log.error({ err: error }, 'dispatch failed'))
    .finally(() => {
      sweeping = undefined;
      if (again) {
        again = false;
        sweep();
      }
    });
}

const timer = setInterval(sweep, sweepMs);
atShutdown(async () => {
  clearInterval(timer);
  await sweeping;
});
const hints = await listenFor(connectionString, 'rowhouse_outbox', sweep);
atShutdown(hints.stop);
sweep();
log.info('worker ready');
