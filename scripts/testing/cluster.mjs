import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopLeftover } from '../postgres/leftover.mjs';
import { lockHolder } from '../postgres/lock.mjs';
import { startPostgres } from '../postgres/start.mjs';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const prefix = `rowhouse-test-${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}-`;

/** A throw-away cluster of its own, fast unless `durable`: `{ url, port, dataDir, remove() }`. */
export async function startTestCluster({ durable = false } = {}) {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  const discard = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const { url, port, stop } = await startPostgres({ dataDir, durable });
    return { url, port, dataDir, remove: () => stop().then(discard) };
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

// What runs that were killed outright left behind.
async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const dataDir = join(tmpdir(), name);
    if (isYoung(dataDir) || lockHolder(dataDir)) continue;
    await stopLeftover(join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

// Another run may have made its folder and not yet locked it.
const isYoung = (folder) => Date.now() - statSync(folder).ctimeMs < 60_000;
