import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { isAlive } from '../living.mjs';
import { keepRunning } from './keep.mjs';
import { claimDataDir } from './record.mjs';

const folders: string[] = [];
let stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('starts a program again when it ends, and stops it at the end', async () => {
  const { folder, options } = program(`setInterval(() => {}, 1000);`);
  const { life, failures } = fakeLife();
  const pids: number[] = [];
  keepRunning('test', options, life, (pid: number) => pids.push(pid));
  await vi.waitFor(() => expect(starts(folder)).toBe(1), 20_000);
  process.kill(pids[0] ?? 0, 'SIGKILL');
  await vi.waitFor(() => expect(starts(folder)).toBe(2), 20_000);
  await stops.splice(0)[0]?.();
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(failures).toEqual([]);
});

test('a program that cannot start before everything is ready fails the start', async () => {
  const { options } = program(`throw new Error('no luck');`);
  const { life, failures } = fakeLife();
  life.ready = false;
  keepRunning('test', options, life);
  await vi.waitFor(() => expect(failures).toHaveLength(1), 20_000);
  expect(failures[0]).toContain('The test process does not start (code 1).');
  expect(failures[0]).toContain('no luck');
});

test('a program that never gets going is given up', async () => {
  const { folder, options } = program(`process.exit(3);`);
  const { life, failures } = fakeLife();
  keepRunning('test', options, life);
  await vi.waitFor(() => expect(failures).toHaveLength(1), 20_000);
  expect(starts(folder)).toBe(5);
}, 30_000);

test('a program that ignores a polite request is ended all the same', async () => {
  const { folder, options } = program(
    `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`,
  );
  const { life } = fakeLife();
  const pids: number[] = [];
  keepRunning('test', { ...options, graceMs: 300 }, life, (pid: number) => pids.push(pid));
  await vi.waitFor(() => expect(starts(folder)).toBe(1), 20_000);
  await stops.splice(0)[0]?.();
  expect(pids.map(isAlive)).toEqual([false]);
});

test('what a killed start left behind is ended by the next', async () => {
  const { folder, options } = program(`setInterval(() => {}, 1000);`);
  const { life } = fakeLife();
  life.signal = { aborted: true };
  let pid = 0;
  keepRunning('test', options, life, (started: number) => {
    pid = started;
  });
  await vi.waitFor(() => expect(starts(folder)).toBe(1), 20_000);
  const first = await claimDataDir(folder);
  first.note('web', pid);
  await expect(claimDataDir(folder)).rejects.toThrow('already runs on');
  forgetStart(folder);
  const second = await claimDataDir(folder);
  await pause(50);
  expect(isAlive(pid)).toBe(false);
  second.release();
  expect(existsSync(join(folder, 'processes.json'))).toBe(false);
});

function program(body: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rowhouse-keep-'));
  folders.push(folder);
  const path = join(folder, 'program.mjs');
  const note = `import { appendFileSync } from 'node:fs';\n`;
  const mark = `appendFileSync(${JSON.stringify(join(folder, 'starts'))}, 'x');\n`;
  writeFileSync(path, `${note}${body}\n`.replace(note, note + mark));
  appendFileSync(join(folder, 'starts'), '');
  return { folder, options: { program: path, env: process.env, logFile: join(folder, 'log') } };
}

const starts = (folder: string) => readFileSync(join(folder, 'starts'), 'utf8').length;

function fakeLife() {
  const failures: string[] = [];
  const life = {
    ready: true,
    signal: { aborted: false },
    onEnd: (stop: () => Promise<unknown>) => {
      stops.push(() => {
        life.signal.aborted = true;
        return stop();
      });
    },
    fail: (message: string) => failures.push(message),
  };
  return { life, failures };
}

function forgetStart(folder: string) {
  const path = join(folder, 'processes.json');
  const { web } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ start: { pid: 1, birth: 'none' }, web }));
}
