import { log } from '@/lib/log';

const steps: (() => Promise<unknown>)[] = [];
let ending = false;

/** Adds a step to the end of this process; later steps run first. */
export const atShutdown = (step: () => Promise<unknown>) => steps.unshift(step);

/** Ends cleanly on SIGINT and SIGTERM, and after 20 s in any case. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
}

async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), 20_000).unref();
  for (const step of steps) {
    await step().catch((error: unknown) =>
      log.error({ err: error }, 'a step of the shutdown failed'),
    );
  }
  process.exit(0);
}
