import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../settings.mjs';

export interface Served {
  port: number;
  pid: number;
  /** From the start of the process to its first good answer. */
  readyMs: number;
  stop(): Promise<void>;
}

interface ServerOptions {
  /** Arguments of Node: flags, program, its own arguments. */
  args: string[];
  env: Record<string, string | undefined>;
  port: number;
  /** Asked until it answers 200. */
  path: string;
  host?: string;
}

const patienceMs = 60_000;

/** Starts a web server as a process of its own; throws with what it printed when it ends at once. */
export async function spawnServer({ args, env, port, path, host }: ServerOptions): Promise<Served> {
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => printed.push(part));
  const stop = () => stopServer(child);
  while ((await statusOf({ port, path, host: host ?? 'localhost' })) !== 200) {
    if (child.exitCode !== null || performance.now() - from > patienceMs) {
      await stop();
      throw new Error(`A server did not start: ${Buffer.concat(printed).toString().slice(-3_000)}`);
    }
    await pause(10);
  }
  return { port, pid: child.pid ?? 0, readyMs: performance.now() - from, stop };
}

async function stopServer(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(late);
}

function statusOf({ port, path, host }: { port: number; path: string; host: string }) {
  return new Promise<number>((done) => {
    const request = get({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    request.on('error', () => done(0));
  });
}

/** Processor seconds a process has used so far; undefined where the system does not tell. */
export function cpuSeconds(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** Memory a process holds, megabytes; undefined where the system does not tell. */
export function memoryMb(pid: number): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
