import { complain } from './terminal.mjs';

/**
 * The life of a start: what was started is stopped in reverse order, once, by Ctrl-C, SIGTERM or a
 * failure. `signal` is aborted first, so that work in progress gives up.
 */
export function lifetime() {
  const stops = [];
  const abort = new AbortController();
  const life = { signal: abort.signal, ready: false, onEnd: (stop) => stops.push(stop), end, fail };
  let flow = Promise.resolve();
  let ending;

  /** Runs the work that starts things; an ending waits for it to settle before it stops them. */
  life.run = (work) => {
    flow = work().catch((error) => {
      if (!abort.signal.aborted) fail(error.message);
    });
    return flow;
  };

  function fail(message) {
    if (abort.signal.aborted) return;
    complain(message);
    end(1);
  }

  function end(code = 0) {
    abort.abort();
    ending ??= flow.then(async () => {
      for (const stop of stops.reverse()) await stop();
      process.exit(code);
    });
    return ending;
  }

  return life;
}

/** Ends the life at the first Ctrl-C or SIGTERM; a second one in a row leaves at once. */
export function endOnSignals(life, onFirst) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      if (life.signal.aborted) process.exit(1);
      onFirst();
      life.end();
    });
  }
}
