import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the cluster's files when there are none: complete or not at all. */
export function initCluster({ home, cluster, account }, password, durable) {
  if (existsSync(cluster)) return;
  const fresh = `${cluster}.new`;
  const secret = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) for (const path of [fresh, secret]) chownSync(path, account.uid, account.gid);
  try {
    runInitdb(home, [...options(fresh, secret), ...(durable ? [] : ['--no-sync'])], account);
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(fresh, cluster);
}

// The built-in locale sorts and lowers text alike on every machine and every libc.
const options = (fresh, secret) => [
  `--pgdata=${fresh}`,
  `--pwfile=${secret}`,
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

function runInitdb(home, args, account) {
  const made = spawnSync(join(home, 'bin', 'initdb'), args, {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
    ...account,
  });
  if (made.status !== 0)
    throw new Error(`Postgres could not make its files: ${made.error ?? made.stderr.trim()}`);
}
