import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const keepLogBytes = 5_000_000;

/** Spawns the server; `exited` resolves when it is gone, `complaint()` is what it wrote since. */
export function spawnServer({ home, cluster, account }, { port, durable, logFile }) {
  const from = rotate(logFile);
  const log = openSync(logFile, 'a', 0o600);
  // In a group of its own, so that Ctrl-C reaches only us and we choose the order of stopping.
  const child = spawn(join(home, 'bin', 'postgres'), ['-D', cluster, ...settings(port, durable)], {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    detached: true,
    ...account,
  });
  closeSync(log);
  const server = { child, ended: false, complaint: () => tail(logFile, from) };
  server.exited = new Promise((done) => {
    child.once('error', done);
    child.once('exit', done);
  }).then(() => {
    server.ended = true;
  });
  return server;
}

/** Stops it: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(server) {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    if (server.ended) return;
    server.child.kill(signal);
    const waiting = new AbortController();
    await Promise.race([
      server.exited,
      pause(10_000, undefined, { signal: waiting.signal }).catch(() => {}),
    ]);
    waiting.abort();
  }
}

function settings(port, durable) {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    max_locks_per_transaction: 256,
    shared_buffers: '128MB',
    wal_level: 'replica',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function rotate(logFile) {
  if (!existsSync(logFile)) return 0;
  const { size } = statSync(logFile);
  if (size < keepLogBytes) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

const tail = (logFile, from) =>
  readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n');
