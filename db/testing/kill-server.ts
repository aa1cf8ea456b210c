import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Kills the server of a cluster and every process of its own with SIGKILL: nothing is flushed, no
 * client is told. The first goes first, or it would start the others anew.
 */
export const killServer = (cluster: string): void => signalServer(cluster, 'SIGKILL');

/**
 * Stops the server and every process of its own in their tracks: it takes connections, since the
 * system does, and answers nothing. `wakeServer` lets it go on as if nothing had been.
 */
export const hangServer = (cluster: string): void => signalServer(cluster, 'SIGSTOP');

export const wakeServer = (cluster: string): void => signalServer(cluster, 'SIGCONT');

function signalServer(cluster: string, kind: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') {
  const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
  for (const one of [pid, ...childrenOf(pid)]) signal(one, kind);
}

function signal(pid: number, kind: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') {
  try {
    process.kill(pid, kind);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);

/** The fourth field; the second may hold blanks, but ends with a bracket. */
function parentOf(pid: string): number | undefined {
  try {
    const record = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(record.slice(record.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
