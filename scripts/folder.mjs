import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a private folder and those above it. Node's own recursive form never ends below /proc. */
export function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
