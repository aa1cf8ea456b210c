import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything people wrote for the product, as paths from the root. */
export const productPlaces = [
  'app',
  'components',
  'lib',
  'db',
  'e2e',
  'scripts',
  'middleware.ts',
  'instrumentation-client.ts',
];

/** The text files below those places: `{ path, text }`, paths with `/` from the root. */
export function readSources(root, places = productPlaces) {
  return places
    .flatMap((place) => filesBelow(root, place))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

const written = /\.(tsx?|mts|mjs|cjs|jsx?|css|sql)$/;

function filesBelow(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return written.test(path) ? [path] : [];
  return readdirSync(full)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
