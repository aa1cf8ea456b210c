import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopLeftover } from '../postgres/leftover.mjs';
import { lockDataDir, lockHolder } from '../postgres/lock.mjs';
import { startPostgres } from '../postgres/start.mjs';
import { readState, writeState } from '../postgres/state.mjs';
import { run } from '../run.mjs';
import { scratchRoot } from './scratch.mjs';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const prefix = `rowhouse-test-${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}-`;

/**
 * A throw-away cluster of its own: `{ url, port, dataDir, stop(), remove() }`. It is fast unless `durable`, and
 * lies on a disk if it is that or grows `large`. With `like` it begins as a copy of the data folder of
 * one that has stopped.
 */
export async function startTestCluster({ durable = false, large = false, like } = {}) {
  await sweep();
  const dataDir = mkdtempSync(join(durable || large ? tmpdir() : scratchRoot(), prefix));
  const discard = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    if (like) await copyCluster(like, dataDir);
    const { url, port, stop } = await startPostgres({ dataDir, durable });
    return { url, port, dataDir, stop, remove: () => stop().then(discard) };
  } catch (error) {
    discard();
    throw error;
  }
}

/**
 * Vitest's global set-up: workers get TEST_ADMIN_DATABASE_URL (superuser) and ROWHOUSE_SECRET, also
 * as `inject('adminDatabaseUrl')`. A cluster that the environment names already is used as it is.
 * TEST_TIER (`pooled`, `schema`, `database`) says where tests put the tenants they mint.
 */
export default async function setUp(project) {
  process.env.ROWHOUSE_SECRET ??= randomBytes(32).toString('hex');
  // Nobody answers there: a test that wants name servers starts its own.
  process.env.DNS_SERVERS ??= '127.0.0.1:9';
  const given = process.env.TEST_ADMIN_DATABASE_URL;
  const cluster = given ? undefined : await startTestCluster();
  const url = given ?? cluster.url;
  process.env.TEST_ADMIN_DATABASE_URL = url;
  project.provide('adminDatabaseUrl', url);
  project.provide('tier', process.env.TEST_TIER ?? 'pooled');
  return cluster?.remove;
}

/**
 * A stopped cluster for others to begin `like`, which holds what `fill` put there by the superuser's
 * URL: `{ dataDir, remove() }`.
 */
export async function makeReadyCluster(fill) {
  const { url, dataDir, stop, remove } = await startTestCluster();
  try {
    await fill(url);
    await stop();
    // Nobody serves it any more: held, so that it is not swept as something left behind.
    const release = lockDataDir(dataDir);
    return { dataDir, remove: () => remove().finally(release) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function copyCluster(from, to) {
  // One that had to go elsewhere is no part of its folder.
  if (!existsSync(join(from, 'postgres'))) return;
  await run('cp', ['-Rp', `${from}/.`, to]);
  rmSync(join(to, 'postgres.lock'), { force: true });
  // Two that begin at once would both take the port of their source.
  writeState(to, { ...readState(to), port: undefined });
}

// What runs that were killed outright left behind.
async function sweep() {
  for (const dataDir of [tmpdir(), scratchRoot()].flatMap(clustersBelow)) {
    if (isYoung(dataDir) || lockHolder(dataDir)) continue;
    await stopLeftover(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const clustersBelow = (folder) =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(folder, name));

// Another run may have made its folder and not yet locked it.
const isYoung = (folder) => Date.now() - statSync(folder).ctimeMs < 60_000;
