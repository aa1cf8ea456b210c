import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../ports.mjs';
import { initCluster } from './init.mjs';
import { stopLeftover } from './leftover.mjs';
import { lockDataDir, lockHolder } from './lock.mjs';
import { makeDataDir, placePostgres } from './place.mjs';
import { waitUntilReady, whyRefused } from './ready.mjs';
import { spawnServer, stopServer } from './server.mjs';
import { adminUrl, readState, writeState } from './state.mjs';

/**
 * Starts the embedded Postgres on a data folder, making the folder and cluster when absent.
 * `port`: insist on this one; otherwise the one used before, or any free one.
 * `durable: false` gives up safety for speed: for clusters that are thrown away.
 * Returns the superuser's `url`, `port`, `exited` (a promise), `temporary` (the files had to go below
 * a temporary folder, `cluster`) and `stop()`. Throws one sentence when it cannot start.
 * @param {{ dataDir: string, port?: number, durable?: boolean }} options
 */
export async function startPostgres({ dataDir, port, durable = true }) {
  const folder = makeDataDir(dataDir);
  const release = lockDataDir(folder);
  try {
    const place = placePostgres(folder);
    await stopLeftover(place.cluster);
    const state = readState(folder);
    initCluster(place, state.password, durable);
    return await launch(place, { folder, state, port, durable, release });
  } catch (error) {
    release();
    throw error;
  }
}

/** The superuser URL of the server that another living process runs on this folder, or undefined. */
export async function findPostgres(dataDir) {
  if (!lockHolder(dataDir)) return undefined;
  const url = adminUrl(readState(dataDir));
  return (await whyRefused(url)) ? undefined : url;
}

// The backends of a server that was killed outright may still be leaving.
const leaving = /pre-existing shared memory|lock file "postmaster.pid"/;
const portTaken = /could not bind/;

async function launch(place, options, attempt = 1) {
  const { folder, state, durable, release } = options;
  const port = options.port ?? (await freePort(state.port));
  const url = adminUrl({ ...state, port });
  const server = spawnServer(place, { port, durable, logFile: join(folder, 'postgres.log') });
  try {
    await waitUntilReady(server, url);
  } catch (error) {
    await stopServer(server);
    const passes = leaving.test(error.message) || (!options.port && portTaken.test(error.message));
    if (attempt === 10 || !passes) throw error;
    await pause(300);
    return launch(place, options, attempt + 1);
  }
  writeState(folder, { ...state, port });
  const exited = server.exited.then(release);
  return {
    url,
    port,
    exited,
    ...whereabouts(place),
    stop: () => stopServer(server).then(() => exited),
  };
}

const whereabouts = ({ cluster, temporary }) => ({ cluster, temporary });
