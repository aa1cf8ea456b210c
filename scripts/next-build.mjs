import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neutralEnv } from './process-env.mjs';
import { run } from './run.mjs';
import { root } from './settings.mjs';

const nextProgram = 'node_modules/next/dist/bin/next';

/** Whether the pages were built from exactly the sources that are here now. */
export const isNextBuilt = () =>
  existsSync(stampPath()) && readFileSync(stampPath(), 'utf8') === sourceDigest();

/** Builds the pages for production; throws with the build's own words when it fails. */
export async function buildNext(signal) {
  const digest = sourceDigest();
  await run(process.execPath, [nextProgram, 'build'], {
    cwd: root,
    env: { ...neutralEnv(), NODE_ENV: 'production' },
    signal,
  });
  writeFileSync(stampPath(), digest);
}

const stampPath = () => join(root, process.env.NEXT_DIST_DIR ?? '.next', 'rowhouse-sources');

const sources = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'middleware.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

function sourceDigest() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesBelow(source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full) || /\.test\.tsx?$/.test(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
