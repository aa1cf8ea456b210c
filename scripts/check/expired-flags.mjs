import { readSources } from './source-files.mjs';

const call = /\bdefine(?:Switch|Choice|Number)\(/;
const definer = 'lib/tenancy/flags/define.ts';

/**
 * Flags whose day has come, each of which is removed with what it guards, or looked at anew and given
 * another day; and flags without a day that can be read here.
 */
export function expiredFlags(root, today = new Date().toISOString().slice(0, 10)) {
  return readSources(root, ['lib', 'app', 'components'])
    .filter(({ path }) => !path.endsWith('.test.ts') && path !== definer)
    .flatMap(({ path, text }) =>
      text
        .split(call)
        .slice(1)
        .flatMap((definition) => faultsOf(definition, today).map((fault) => `${path}: ${fault}`)),
    );
}

function faultsOf(definition, today) {
  const key = /\bkey: '([^']+)'/.exec(definition)?.[1] ?? 'without a key';
  const day = /\bexpires: '(\d{4}-\d{2}-\d{2})'/.exec(definition)?.[1];
  if (!day || Number.isNaN(Date.parse(day)))
    return [`the flag ${key} names no day, as a plain text`];
  return day < today
    ? [`the flag ${key} expired on ${day}; remove it, or say why it stays and until when`]
    : [];
}
