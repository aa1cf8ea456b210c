import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../folder.mjs';
import { canReach, canRun, serverAccount } from './account.mjs';
import { packagedPostgres } from './binaries.mjs';

/**
 * Decides where Postgres lives for a data folder: `home` (programs), `cluster` (its files), `account`
 * (who runs it) and `temporary` (the cluster had to go below a temporary folder).
 */
export function placePostgres(dataDir) {
  const account = serverAccount();
  const folder = makeDataDir(dataDir);
  return { account, home: findHome(account), ...findCluster(account, folder) };
}

/** The folder itself, made if absent. Others may pass through it but not list it. */
export function makeDataDir(dataDir) {
  makeFolder(dataDir);
  const folder = realpathSync(dataDir);
  if (process.getuid?.() === 0 && lstatSync(folder).uid === 0) chmodSync(folder, 0o711);
  return folder;
}

function findHome(account) {
  const packaged = packagedPostgres();
  if (canRun(account, packaged)) return packaged;
  const copy = ownFolder(
    temporaryRoot(account, [tmpdir(), '/tmp']),
    `programs-${digest(packaged)}`,
  );
  const home = join(copy, 'native');
  if (existsSync(home) && canRun(account, home)) return home;
  const fresh = join(copy, `native.${process.pid}`);
  cpSync(packaged, fresh, { recursive: true, verbatimSymlinks: true });
  openForReading(fresh);
  rmSync(home, { recursive: true, force: true });
  renameSync(fresh, home);
  if (canRun(account, home)) return home;
  throw new Error(`The embedded Postgres cannot run here (tried ${packaged} and ${home}).`);
}

function findCluster(account, folder) {
  if (canReach(account, folder)) return { cluster: join(folder, 'postgres'), temporary: false };
  // A reboot empties /tmp but not /var/tmp.
  const root = temporaryRoot(account, ['/var/tmp', tmpdir(), '/tmp']);
  const own = ownFolder(root, `data-${digest(folder)}`);
  return { cluster: join(own, 'postgres'), temporary: true };
}

function temporaryRoot(account, candidates) {
  const found = candidates.find(
    (path) => existsSync(path) && canReach(account, realpathSync(path)),
  );
  if (!found) throw new Error('No temporary folder can be reached by the account `nobody`.');
  return found;
}

// A predictable name in a shared folder: refuse one that somebody else put there first.
function ownFolder(root, name) {
  const folder = join(root, `rowhouse-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Error(`${folder} belongs to somebody else: remove it and start again.`);
  chmodSync(folder, 0o711);
  return folder;
}

function openForReading(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
