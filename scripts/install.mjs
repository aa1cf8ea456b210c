import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { root } from './settings.mjs';

/** Whether the packages on disk are those the lock file names. */
export function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest()) return true;
  if (!matchesLock()) return false;
  writeFileSync(stamp, lockDigest());
  return true;
}

/** Installs exactly what the lock file names, build and test tools included. */
export async function install(signal) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const cli = process.env.npm_execpath;
  const npm = cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args];
  await run(...npm, { cwd: root, signal });
  writeFileSync(stamp, lockDigest());
}

const stamp = join(root, 'node_modules', '.rowhouse-lock');

const lockDigest = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

// npm's own record of what it installed: spares a second install after a plain `npm ci`.
function matchesLock() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || optional || devOptional || link || installed[path]?.version === version,
  );
}
