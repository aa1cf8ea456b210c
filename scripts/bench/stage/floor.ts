import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../ports.mjs';
import { neutralEnv } from '../../process-env.mjs';
import { run } from '../../run.mjs';
import { root } from '../../settings.mjs';
import { type Served, spawnServer } from './server';

const folder = join(root, 'scripts/bench/floor');
const next = join(root, 'node_modules/next/dist/bin/next');

/** The bare Next app that the product is measured against, built when its sources changed. */
export async function startFloor(databaseUrl: string): Promise<Served> {
  await buildFloor();
  const port = await freePort();
  return await spawnServer({
    args: [next, 'start', folder, '-p', String(port)],
    env: { ...neutralEnv(), NODE_ENV: 'production', FLOOR_DATABASE_URL: databaseUrl },
    port,
    path: '/api/bare',
  });
}

/** Built anew only when its sources changed. */
async function buildFloor(): Promise<string> {
  const stamp = join(folder, '.next/bench-sources');
  const digest = digestOf(folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return folder;
  const env = { ...neutralEnv(), NODE_ENV: 'production' };
  await run(process.execPath, [next, 'build', folder], { cwd: folder, env });
  writeFileSync(stamp, digest);
  return folder;
}

function digestOf(path: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const file of filesBelow(path)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
