import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports.mjs';
import { neutralEnv } from '../process-env.mjs';
import { root } from '../settings.mjs';
import { startSharedCache } from './shared-cache.mjs';

/**
 * Starts the whole product as `npm start` does, on an empty data folder and free ports: that is the
 * test of the set-up. `embeddedShards` further servers come with it; with `cached` a shared HTTP cache
 * stands in front. It asks for names on `dnsPort`, where nobody answers by itself. Returns `{ port,
 * dnsPort, dataDir, stop() }`; throws with what the start printed.
 */
export async function startProduct({ embeddedShards = 0, cached = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rowhouse-product-'));
  const port = await freePort();
  const listenPort = cached ? await freePort() : port;
  const dnsPort = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...neutralEnv(),
      PORT: String(port),
      LISTEN_PORT: String(listenPort),
      DATA_DIR: dataDir,
      EMBEDDED_SHARDS: String(embeddedShards),
      DNS_SERVERS: `127.0.0.1:${dnsPort}`,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const printed = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => printed.push(text));
  const ended = new Promise((done) => child.once('exit', done));
  const ready = new Promise((done) => child.once('message', () => done('ready')));
  const stop = async () => {
    child.kill('SIGTERM');
    const code = await ended;
    rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  if ((await Promise.race([ready, ended])) !== 'ready') {
    await stop();
    throw new Error(Buffer.concat(printed).toString('utf8').trim());
  }
  const product = { port, dnsPort, dataDir };
  if (!cached) return { ...product, stop };
  try {
    const cache = await startSharedCache({ port, upstream: listenPort });
    return { ...product, stop: () => cache.stop().then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}
