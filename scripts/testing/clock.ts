import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../settings.mjs';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** A clock that a process goes by from its start, and that can be put forward and back meanwhile. */
export interface ProcessClock {
  /** Node's flags for the process. */
  flags: readonly string[];
  /** How far it is off from now on, milliseconds. */
  set(shiftMs: number): void;
}

export function openClock(folder: string, name: string): ProcessClock {
  const file = join(folder, `${name}.clock`);
  const preload = pathToFileURL(join(root, 'scripts/testing/shifted-clock.mjs'));
  preload.searchParams.set('file', file);
  const set = (shiftMs: number) => writeFileSync(file, String(shiftMs));
  set(0);
  return { flags: ['--import', preload.href], set };
}
