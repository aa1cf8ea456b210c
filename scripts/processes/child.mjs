import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../settings.mjs';

const patienceMs = 25_000;
const keepLogBytes = 10_000_000;

/** How Node runs any of our bundled programs. */
export const nodeFlags = [
  '--enable-source-maps',
  '--import',
  new URL('./next-globals.mjs', import.meta.url).href,
];
/** Ties a program to the life of whoever starts it with an IPC channel. */
export const tether = ['--import', new URL('./tether.mjs', import.meta.url).href];

/**
 * Starts one program of the product in a process group of its own, tied to our life.
 * Its output goes to `logFile`, or to our own terminal when there is none.
 */
export function startChild({ program, env, logFile, graceMs = patienceMs }) {
  const log = logFile ? openLog(logFile) : 'inherit';
  const from = logFile ? statSync(logFile).size : 0;
  const child = spawn(process.execPath, [...nodeFlags, ...tether, program], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  if (logFile) closeSync(log);
  const began = Date.now();
  const exited = new Promise((done) => {
    child.once('error', (error) => done({ reason: error.message }));
    child.once('exit', (code, signal) => done({ reason: signal ?? `code ${code}` }));
  }).then((end) => ({ ...end, lastedMs: Date.now() - began }));
  return { pid: child.pid, graceMs, exited, lastWords: () => (logFile ? tail(logFile, from) : '') };
}

/** Asks it to finish, then insists; whatever it had started goes with it. */
export async function stopChild({ pid, graceMs, exited }) {
  signalTo(pid, 'SIGTERM');
  const waiting = new AbortController();
  const late = pause(graceMs, 'late', { signal: waiting.signal }).catch(() => {});
  if ((await Promise.race([exited, late])) === 'late') signalTo(pid, 'SIGKILL');
  waiting.abort();
  await exited;
  signalTo(-pid, 'SIGKILL');
}

function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function openLog(path) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(path) && statSync(path).size > keepLogBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

const tail = (path, from) =>
  readFileSync(path).subarray(from).toString('utf8').trim().split('\n').slice(-15).join('\n');
