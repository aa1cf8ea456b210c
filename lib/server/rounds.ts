import { log } from '@/lib/log';
import { atShutdown } from './shutdown';

/** Does a piece of upkeep now and every so often, never twice at once; a failure is logged. */
export function repeat(name: string, everyMs: number, work: () => Promise<unknown>): void {
  let running: Promise<unknown> | undefined;
  const begin = () => {
    running ??= work()
      .catch((error: unknown) => log.error({ err: error }, `${name} failed`))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(begin, everyMs);
  atShutdown(async () => {
    clearInterval(timer);
    await running;
  });
  begin();
}

/** Does a piece of work at every call, never twice at once: calls meanwhile have it done once more. */
export function onDemand(name: string, work: () => Promise<unknown>): () => void {
  let running: Promise<unknown> | undefined;
  let again = false;
  const begin = () => {
    again = running !== undefined;
    running ??= work()
      .catch((error: unknown) => log.error({ err: error }, `${name} failed`))
      .finally(() => {
        running = undefined;
        if (again) begin();
      });
  };
  atShutdown(async () => {
    again = false;
    await running;
  });
  return begin;
}
