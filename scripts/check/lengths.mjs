import { readSources } from './source-files.mjs';

const mostLines = 300;
const notWritten = /^db\/migrations\/|\.generated\.\w+$|\/data\/|^lib\/language\/ko\//;

/** Files too long to hold in the head; migrations, generated files, data and dictionaries aside. */
export function tooLong(root) {
  return readSources(root)
    .filter(({ path }) => !notWritten.test(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path} has ${lines} lines (at most ${mostLines})`);
}
