import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const floors = {
  next: '16.4.5',
  react: '19.2.6',
  sharp: '0.35.5',
  'next-auth': '5.0.0-beta.32',
  nodemailer: '7.0.7',
  'drizzle-orm': '0.45.2',
};

/** Optional packages (the builds for other platforms) that the lock file leaves out: `npm ci` would stop. */
export function missingFromLock(root) {
  const { packages } = readLock(root);
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `package-lock.json lacks ${name}, optional in ${path || 'package.json'}`),
  );
}

/** Installed packages below the first version without a hole known to matter here. */
export function belowFloor(root) {
  const { packages } = readLock(root);
  return Object.entries(floors).flatMap(([name, floor]) => {
    const copies = Object.entries(packages).filter(([path]) =>
      path.endsWith(`node_modules/${name}`),
    );
    if (!copies.some(([path]) => path === `node_modules/${name}`)) return [`${name} is not locked`];
    return copies
      .filter(([, { version }]) => compareVersions(version, floor) < 0)
      .map(([path, { version }]) => `${path} is ${version} (at least ${floor})`);
  });
}

/** Negative, zero or positive as `a` comes before, with or after `b`; a pre-release comes before its release. */
export function compareVersions(a, b) {
  const [left, right] = [parse(a), parse(b)];
  for (const at of [0, 1, 2]) {
    if (left.release[at] !== right.release[at]) return left.release[at] - right.release[at];
  }
  if (!left.pre || !right.pre) return (left.pre ? 0 : 1) - (right.pre ? 0 : 1);
  return left.pre.localeCompare(right.pre, 'en', { numeric: true });
}

function parse(version) {
  const [release, pre] = version.split('+')[0].split(/-(.*)/s);
  return { release: release.split('.').map(Number), pre };
}

// Node looks beside the package that asks, then in every folder above it.
function isLocked(packages, path, name) {
  for (let base = path; ; base = base.slice(0, Math.max(base.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}

const readLock = (root) => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
