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

const impatientMs = 2_000;

/** Ends the life when a person or the system asks; asked again later, leaves at once. */
export function endOnSignals(life, onFirst) {
  let firstAt;
  const asked = () => {
    // npm passes on the Ctrl-C that the terminal has sent us already: that is not a second one.
    if (firstAt && Date.now() - firstAt > impatientMs) process.exit(1);
    if (firstAt) return;
    firstAt = Date.now();
    onFirst();
    life.end();
  };
  // Without a terminal a hang-up is not for us: `nohup` means to survive it.
  const hangUp = process.stdout.isTTY ? ['SIGHUP'] : [];
  for (const name of ['SIGINT', 'SIGTERM', ...hangUp]) process.on(name, asked);
  if (process.env.npm_lifecycle_event) endWithParent(asked);
}

// npm's shell ends at a SIGTERM without passing it on.
function endWithParent(asked) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    asked();
  }, 250);
  timer.unref();
}
