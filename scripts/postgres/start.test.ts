import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { serverAccount } from './account.mjs';
import { placePostgres } from './place.mjs';
import { findPostgres, startPostgres } from './start.mjs';

const program = fileURLToPath(new URL('./start.mjs', import.meta.url));
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test('keeps the data, the port and the password over a restart', async () => {
  const dataDir = folder();
  const first = await start(dataDir);
  await query(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  await expect(query(first.url, 'select 1')).rejects.toThrow();

  const second = await start(dataDir);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('listens on loopback only, wants a password and keeps it private', async () => {
  const dataDir = folder();
  const { url } = await start(dataDir);
  const shown = await query(
    url,
    `select current_setting('listen_addresses') as host, current_setting('max_connections') as most`,
  );
  expect(shown).toEqual([{ host: '127.0.0.1', most: '200' }]);
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
});

test('a second start on the same folder is refused, and finds the first', async () => {
  const dataDir = folder();
  const first = await start(dataDir);
  await expect(startPostgres({ dataDir })).rejects.toThrow('already runs on');
  expect(await findPostgres(dataDir)).toBe(first.url);
  await first.stop();
  expect(await findPostgres(dataDir)).toBeUndefined();
});

test('takes another port when the one it remembers is taken', async () => {
  const dataDir = folder();
  const first = await start(dataDir);
  await first.stop();
  const thief = await start(folder(), first.port);
  expect(thief.port).toBe(first.port);
  const second = await start(dataDir);
  expect(second.port).not.toBe(first.port);
});

test('starts again after its parent was killed outright', async () => {
  const dataDir = folder();
  const { child, url } = await startInChild(dataDir);
  await query(url, 'create table kept as select 42 as answer');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);

  const second = await start(dataDir);
  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('reports a server that dies', async () => {
  const server = await start(folder());
  await query(server.url, 'select 1');
  const record = join(server.cluster, 'postmaster.pid');
  process.kill(Number.parseInt(readFileSync(record, 'utf8'), 10), 'SIGKILL');
  await server.exited;
});

test('says so when the stored password is not the right one', async () => {
  const dataDir = folder();
  const first = await start(dataDir);
  await first.stop();
  rmSync(join(dataDir, 'postgres.json'));
  await expect(startPostgres({ dataDir })).rejects.toThrow("is not the cluster's");
});

test('says why it cannot start', async () => {
  const dataDir = folder();
  const first = await start(dataDir);
  await first.stop();
  const { port } = await start(folder());
  await expect(startPostgres({ dataDir, port })).rejects.toThrow('could not bind');
}, 30_000);

test.runIf(serverAccount())('runs as an ordinary account too', async () => {
  const dataDir = folder();
  const account = serverAccount();
  chownSync(dataDir, account?.uid ?? 0, account?.gid ?? 0);
  const { child, url } = await startInChild(dataDir, account);
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  child.kill('SIGTERM');
  await once(child, 'exit');
  await expect(query(url, 'select 1')).rejects.toThrow();
});

test.runIf(serverAccount())(
  'root keeps the cluster elsewhere when nobody cannot reach it',
  async () => {
    const outer = folder();
    const dataDir = join(outer, 'inner');
    mkdirSync(dataDir);
    const { cluster, temporary } = placePostgres(dataDir);
    cleanups.push(() => rmSync(join(cluster, '..'), { recursive: true, force: true }));
    expect(temporary).toBe(true);
    const server = await start(dataDir);
    expect(existsSync(cluster)).toBe(true);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  },
);

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'rowhouse-launcher-'));
  cleanups.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function start(dataDir: string, port?: number) {
  const server = await startPostgres({ dataDir, port, durable: false });
  cleanups.push(server.stop);
  return server;
}

async function startInChild(dataDir: string, account?: { uid: number; gid: number }) {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(program)});
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
    process.on('SIGTERM', () => server.stop().then(() => process.exit()));
    console.log(server.url);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...account,
  });
  cleanups.push(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
