import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, waitForExit } from '../living.mjs';

/**
 * Claims a data folder for this start. Throws when another start serves it; ends the processes that
 * one left behind when it was killed. Returns `note(name, pid)` and `release()`.
 */
export async function claimDataDir(dataDir) {
  const path = join(dataDir, 'processes.json');
  const earlier = read(path);
  if (lives(earlier.start))
    throw new Error(`Rowhouse already runs on ${dataDir} (process ${earlier.start.pid}).`);
  for (const orphan of Object.values(earlier)) await endOrphan(orphan);
  const record = {};
  const note = (name, pid) => {
    record[name] = { pid, birth: birthOf(pid) };
    write(path, record);
  };
  note('start', process.pid);
  return { note, release: () => rmSync(path, { force: true }) };
}

async function endOrphan(orphan) {
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    if (!lives(orphan)) return;
    process.kill(orphan.pid, signal);
    await waitForExit(orphan.pid, 10_000);
  }
}

const lives = (entry) => Boolean(entry?.birth) && birthOf(entry.pid) === entry.birth;

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function write(path, record) {
  writeFileSync(`${path}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
