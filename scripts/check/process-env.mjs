import { readSources } from './source-files.mjs';

const reader = 'lib/env.ts';
const read = /\bprocess\s*\.\s*env\b|\benv\b.*from 'node:process'/;

/** Reads of the environment outside the one file that validates it; scripts aside. */
export function strayProcessEnv(root) {
  return readSources(root)
    .filter(({ path }) => path !== reader && !path.startsWith('scripts/'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) => (read.test(line) ? [`${path}:${at + 1} reads process.env`] : [])),
    );
}
