import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Kills the server of a cluster and every process of its own with SIGKILL: nothing is flushed, no
 * client is told. The first goes first, or it would start the others anew.
 */
export function killServer(cluster: string): void {
  const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
  const children = childrenOf(pid);
  for (const one of [pid, ...children]) signal(one);
}

function signal(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
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
