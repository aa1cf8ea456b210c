import { readSources } from './source-files.mjs';

const defined = /key: '([^']+)',[\s\S]*?expires: '(\d{4}-\d{2}-\d{2})'/g;

/** Flags whose day has come: each is removed with what it guards, or looked at anew and given another. */
export function expiredFlags(root, today = new Date().toISOString().slice(0, 10)) {
  return readSources(root, ['lib'])
    .filter(
      ({ path, text }) =>
        !path.endsWith('.test.ts') && /\bdefine(?:Switch|Choice|Number)\(/.test(text),
    )
    .flatMap(({ path, text }) =>
      [...text.matchAll(defined)]
        .filter(([, , expires]) => expires < today)
        .map(
          ([, key, expires]) =>
            `${path}: the flag ${key} expired on ${expires}; remove it, or say why it stays and until when`,
        ),
    );
}
