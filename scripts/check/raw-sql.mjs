import { readSources } from './source-files.mjs';

const places = ['app', 'lib', 'components', 'middleware.ts'];
const raw = /\bsql\s*\.\s*raw\s*\(|\bsql\s*\.\s*identifier\s*\(/;

/** SQL made of text without a comment just above that says where the text comes from; db/ aside. */
export function unexplainedRawSql(root) {
  return readSources(root, places)
    .filter(({ path }) => !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, at) =>
        raw.test(line) && !isExplained(lines, at)
          ? [`${path}:${at + 1} makes SQL of text without saying whose`]
          : [],
      );
    });
}

/** One comment serves the lines that follow it directly. */
const isExplained = (lines, at) =>
  lines.slice(Math.max(0, at - 3), at).some((line) => /^\s*\/\/ \S+ \S+/.test(line));
