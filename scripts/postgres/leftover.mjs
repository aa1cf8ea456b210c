import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, waitForExit } from '../living.mjs';

/**
 * A server outlives a parent that was killed outright. Stops the one that serves this cluster, if it
 * lives; forgets a record that names somebody else's process.
 */
export async function stopLeftover(cluster) {
  const record = join(cluster, 'postmaster.pid');
  const pid = recordedPid(record);
  if (!pid || !isAlive(pid)) return;
  if (!serves(pid, cluster)) {
    rmSync(record, { force: true });
    return;
  }
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    process.kill(pid, signal);
    if (await waitForExit(pid, 10_000)) return;
  }
  throw new Error(`An earlier Postgres (process ${pid}) on ${cluster} does not stop.`);
}

function recordedPid(record) {
  try {
    return Number.parseInt(readFileSync(record, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

// The server's working directory is its cluster, which no other program's would be.
function serves(pid, cluster) {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch {
      return false;
    }
  }
  const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return listed.stdout?.includes(cluster) ?? false;
}
