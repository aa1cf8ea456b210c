import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The superuser's password and the port last used, kept 0600 in the data folder. */
export function readState(dataDir) {
  const path = file(dataDir);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  return writeState(dataDir, { password: randomBytes(24).toString('hex'), port: undefined });
}

export function writeState(dataDir, state) {
  const fresh = `${file(dataDir)}.new`;
  writeFileSync(fresh, JSON.stringify(state), { mode: 0o600 });
  renameSync(fresh, file(dataDir));
  return state;
}

export const adminUrl = ({ password, port }) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

const file = (dataDir) => join(dataDir, 'postgres.json');
