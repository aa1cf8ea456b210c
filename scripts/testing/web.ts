import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { TestDatabase } from '@/db/testing/database';
import { bundle } from '../bundle.mjs';
import { buildNext, isNextBuilt } from '../next-build.mjs';
import { freePort } from '../ports.mjs';
import { neutralEnv } from '../process-env.mjs';
import { nodeFlags, tether } from '../processes/child.mjs';
import { root } from '../settings.mjs';
import type { ProgramOptions } from './program';

export interface RunningWeb {
  port: number;
  pid: number;
  stop(): Promise<void>;
  /** Ends it outright. */
  kill(): Promise<void>;
}

export interface WebOptions extends ProgramOptions {
  distDir?: string;
  /** Insist on this one. */
  port?: number;
}

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Sent {
  method?: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

const entry = 'lib/server/web.ts';
const builtTo = '.next';

/** The web process alone, on a test database and a free port, over the pages as they are built. */
export async function startWeb(
  database: TestDatabase,
  { distDir = builtTo, ...options }: WebOptions,
): Promise<RunningWeb> {
  await ensureBuild();
  const { [entry]: program = '' } = await bundle([entry]);
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [...nodeFlags, ...tether, ...(options.flags ?? []), program],
    {
      cwd: root,
      env: {
        ...neutralEnv(),
        NODE_ENV: 'production',
        PORT: String(port),
        DATA_DIR: options.dataDir,
        NEXT_DIST_DIR: distDir,
        LOG_LEVEL: 'error',
        ROWHOUSE_SECRET: process.env.ROWHOUSE_SECRET,
        WEB_DATABASE_URL: database.urlOf('rowhouse_web'),
        PLATFORM_DATABASE_URL: database.urlOf('rowhouse_platform'),
        ...(options.shards && { SHARD_URLS: JSON.stringify(options.shards) }),
        ...options.env,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  const printed: Buffer[] = [];
  child.stderr?.on('data', (text: Buffer) => printed.push(text));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(late);
  };
  if (await answers(port, () => child.exitCode === null)) {
    const kill = async () => {
      child.kill('SIGKILL');
      await ended;
    };
    return { port, pid: child.pid ?? 0, stop, kill };
  }
  await stop();
  throw new Error(`The web process did not start.\n${Buffer.concat(printed)}`);
}

/** Builds the pages unless they are built from the sources as they are. */
export async function ensureBuild() {
  if (!isNextBuilt()) await buildNext();
}

/** A copy of the build whose middleware is taken out; answers its distDir and how to remove it. */
export async function withoutMiddleware(): Promise<{ distDir: string; remove(): void }> {
  await ensureBuild();
  const distDir = `.build/bare-${process.pid}`;
  const folder = join(root, distDir);
  cpSync(join(root, builtTo), folder, {
    recursive: true,
    filter: (path) => !/\/(cache|trace|diagnostics|types)$/.test(path),
  });
  const manifest = join(folder, 'server/middleware-manifest.json');
  const bare = {
    ...JSON.parse(readFileSync(manifest, 'utf8')),
    middleware: {},
    sortedMiddleware: [],
  };
  writeFileSync(manifest, JSON.stringify(bare));
  return { distDir, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One request over loopback with exactly these headers, Host included; follows nothing. */
export const send = (port: number, { method = 'GET', path, headers, body }: Sent) =>
  new Promise<Answered>((done, fail) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, timeout: 30_000, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('end', () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
        response.once('error', fail);
      },
    );
    request.once('timeout', () => request.destroy(new Error(`${method} ${path} took too long`)));
    request.once('error', fail);
    request.end(body);
  });

async function answers(port: number, isAlive: () => boolean): Promise<boolean> {
  const until = Date.now() + 60_000;
  while (isAlive() && Date.now() < until) {
    const { status } = await send(port, { path: '/healthz', headers: { host: 'localhost' } }).catch(
      () => ({ status: 0 }),
    );
    if (status === 200) return true;
    await new Promise((done) => setTimeout(done, 100));
  }
  return false;
}
