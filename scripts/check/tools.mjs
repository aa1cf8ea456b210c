import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { neutralEnv } from '../process-env.mjs';
import { run } from '../run.mjs';
import { root as checkout } from '../settings.mjs';
import { productPlaces } from './source-files.mjs';

/** Formatting and lint. */
export const biomeFaults = (root) =>
  faultsOf(root, '@biomejs/biome/bin/biome', [
    'check',
    '--colors=off',
    '--max-diagnostics=50',
    '--error-on-warnings',
  ]);

/** Types, those of the routes included. */
export async function typeFaults(root) {
  const routes = existsSync(join(root, 'app'))
    ? await faultsOf(root, 'next/dist/bin/next', ['typegen'])
    : [];
  return [
    ...routes,
    ...(await faultsOf(root, 'typescript/bin/tsc', ['--noEmit', '--pretty', 'false'])),
  ];
}

/** Imports that go against the plan of the house. */
export const directionFaults = (root) =>
  faultsOf(root, 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    join(checkout, '.dependency-cruiser.cjs'),
    '--output-type',
    'err',
    ...productPlaces.filter((place) => place !== 'scripts' && existsSync(join(root, place))),
  ]);

/** Files, exports and packages that nothing uses. */
export const unusedFaults = (root) =>
  faultsOf(root, 'knip/bin/knip.js', ['--no-progress', '--reporter', 'compact']);

/**
 * The tools always come from this checkout; `root` is what they look at.
 * @returns {Promise<string[]>}
 */
async function faultsOf(root, program, args) {
  try {
    await run(process.execPath, [join(checkout, 'node_modules', program), ...args], {
      cwd: root,
      env: { ...neutralEnv(), NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    return [];
  } catch (error) {
    const lines = (error.output ?? error.message).split('\n').filter((line) => line.trim());
    return lines.length ? lines : [`${program} ended with ${error.code}`];
  }
}
