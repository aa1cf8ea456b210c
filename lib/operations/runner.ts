import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { mostAttempts, type Operation, type Operations } from '@/db/operations/queue';
import { isAppError } from '../errors';
import { log } from '../log';
import { Cancelled, type Handlers } from './handler';

const leaseSeconds = 30;
const beatMs = 8_000;
const retrySeconds = [1, 5, 30, 120, 600];

export interface Runner {
  /** Lets work in hand note its place and go; it is taken up again by the next process. */
  stop(): Promise<void>;
}

interface Pace {
  /** Pieces of work at a time. */
  lanes?: number;
  /** How often it is looked for work while there is none. */
  idleMs?: number;
}

/** Works off what was asked of the operator, several pieces at a time, each of another tenant. */
export function startRunner(
  operations: Operations,
  handlers: Handlers,
  { lanes = 2, idleMs = 1_000 }: Pace = {},
): Runner {
  const ending = new AbortController();
  const process = { worker: randomUUID(), ending, idleMs };
  const runs = Array.from({ length: lanes }, () => lane(operations, handlers, process));
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(runs);
    },
  };
}

interface Process {
  worker: string;
  ending: AbortController;
  idleMs: number;
}

async function lane(operations: Operations, handlers: Handlers, process: Process) {
  const { signal } = process.ending;
  while (!signal.aborted) {
    const worked = await runNext(operations, handlers, process).catch((error: unknown) => {
      log.error({ err: error }, 'the queue of operations cannot be read');
      return false;
    });
    if (!worked) await pause(process.idleMs, undefined, { signal }).catch(() => undefined);
  }
}

async function runNext(operations: Operations, handlers: Handlers, process: Process) {
  const lease = { worker: process.worker, seconds: leaseSeconds };
  const operation = await operations.claim(Object.keys(handlers), lease);
  if (!operation) return false;
  const handler = handlers[operation.kind];
  // The end may have come while the claim was on its way.
  if (!handler || process.ending.signal.aborted) {
    await operations.giveBack(operation, process.worker);
    return false;
  }
  const hold = new AbortController();
  const beating = setInterval(() => void beat(), beatMs);
  const stop = () => hold.abort(new Error('The process ends.'));
  process.ending.signal.addEventListener('abort', stop);
  const beat = async () => {
    const held = await operations.beat(operation, lease).catch(() => true);
    if (!held) hold.abort(new Error('Another process took this over.'));
    else if (await operations.isCancelled(operation).catch(() => false)) hold.abort(cancelled);
  };
  try {
    const note = async (progress: Record<string, unknown>) => {
      hold.signal.throwIfAborted();
      if (!(await operations.beat(operation, lease, progress))) hold.abort();
      hold.signal.throwIfAborted();
    };
    const result = await handler(operation, { signal: hold.signal, note });
    await operations.finish(operation, process.worker, result);
  } catch (error) {
    await settle(operations, operation, { error, worker: process.worker, signal: hold.signal });
  } finally {
    clearInterval(beating);
    process.ending.signal.removeEventListener('abort', stop);
  }
  return true;
}

const cancelled = new Cancelled('Cancelled.');

interface Failure {
  error: unknown;
  worker: string;
  signal: AbortSignal;
}

async function settle(
  operations: Operations,
  operation: Operation,
  { error, worker, signal }: Failure,
) {
  const { id, kind, tenantId, attempts } = operation;
  if (signal.reason === cancelled || error instanceof Cancelled) {
    const { message } = error instanceof Cancelled ? error : cancelled;
    return await operations.fail(operation, worker, { error: message, state: 'cancelled' });
  }
  if (signal.aborted) return await operations.giveBack(operation, worker);
  if (isAppError(error) && error.code !== 'unavailable') {
    return await operations.fail(operation, worker, { error: error.message });
  }
  log.error({ err: error, id, kind, tenantId, attempts }, 'an operation failed');
  const told = isAppError(error) ? error.message : 'It failed on our side. The log says why.';
  if (attempts >= mostAttempts) return await operations.fail(operation, worker, { error: told });
  const seconds = retrySeconds[attempts - 1] ?? 600;
  await operations.defer(operation, worker, { seconds, error: told });
}
