import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The login roles of the running product, one per door to the database. */
export const databaseRoles = {
  web: 'rowhouse_web',
  platform: 'rowhouse_platform',
  worker: 'rowhouse_worker',
  operator: 'rowhouse_operator',
  directory: 'rowhouse_directory',
};

export const databaseName = 'rowhouse';

/** The master secret: the one given, else one generated once and kept 0600 in the data folder. */
export function masterSecret({ dataDir, secret }) {
  if (secret) return secret;
  const path = join(dataDir, 'secret');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  // Linking fails when another process was first, so that both read the same secret.
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(fresh, path);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh);
  }
  return readFileSync(path, 'utf8').trim();
}

/** The password of a database role: HKDF-SHA256 of the master secret, `db:` and its name, as hex. */
export const rolePassword = (secret, role) =>
  Buffer.from(hkdfSync('sha256', secret, '', `db:${role}`, 32)).toString('hex');

/** The admin URL with a runtime role's user, password and database put in. */
export function roleUrl(adminUrl, secret, role) {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  url.pathname = `/${databaseName}`;
  return url.href;
}
