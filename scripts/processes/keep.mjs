import { setTimeout as pause } from 'node:timers/promises';
import { complain } from '../terminal.mjs';
import { startChild, stopChild } from './child.mjs';

const shortLifeMs = 10_000;
const mostShortLives = 5;
const longestPauseMs = 30_000;

/**
 * Keeps one program running until the life ends: started again after an unexpected end, each time a
 * little later. A program that never gets going ends the life. `onStart` hears each process id.
 * Returns `{ restart() }`.
 * @param {(pid: number) => void} [onStart]
 */
export function keepRunning(name, options, life, onStart = () => {}) {
  let child;
  let wanted = false;
  let shortLives = 0;

  begin();
  life.onEnd(() => stopChild(child));
  return { restart: () => stopChild(willing(child)).then(() => life.signal.aborted || begin()) };

  function begin() {
    wanted = true;
    child = startChild(options);
    onStart(child.pid);
    child.exited.then((end) => wanted && !life.signal.aborted && recover(end));
  }

  function willing(running) {
    wanted = false;
    return running;
  }

  async function recover({ reason, lastedMs }) {
    shortLives = lastedMs < shortLifeMs ? shortLives + 1 : 1;
    if (!life.ready || shortLives >= mostShortLives)
      return life.fail(`The ${name} process does not start (${reason}).\n${child.lastWords()}`);
    const delayMs = Math.min(500 * 2 ** (shortLives - 1), longestPauseMs);
    complain(`The ${name} process ended unexpectedly (${reason}); starting it again.`);
    await pause(delayMs);
    if (!life.signal.aborted) begin();
  }
}
