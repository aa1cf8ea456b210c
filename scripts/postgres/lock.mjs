import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf } from '../living.mjs';

/**
 * Makes this process the only one that may start Postgres on the data folder.
 * Throws one sentence when another living process already is. Returns the release.
 */
export function lockDataDir(dataDir) {
  const path = file(dataDir);
  const holder = lockHolder(dataDir);
  if (holder) throw new Error(`Rowhouse already runs on ${dataDir} (process ${holder}).`);
  rmSync(path, { force: true });
  const content = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) });
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    throw new Error(`Another process is starting Rowhouse on ${dataDir} just now.`);
  }
  return () => rmSync(path, { force: true });
}

/** The id of the living process that holds the folder, or undefined. */
export function lockHolder(dataDir) {
  let held;
  try {
    held = JSON.parse(readFileSync(file(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
  return held.birth && birthOf(held.pid) === held.birth ? held.pid : undefined;
}

const file = (dataDir) => join(dataDir, 'postgres.lock');
