import { readSources } from './source-files.mjs';

// With its type where it names one, and under another name where it is imported so.
const call = /\bdefine(?:Switch|Choice|Number)(?:<[^(]*>)?\(|\bdefine(?:Switch|Choice|Number) as\b/;
const mostMonths = 18;
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
  if (!day || !isDay(day)) return [`the flag ${key} names no day, as a plain text`];
  if (day > monthsAfter(today, mostMonths))
    return [`the flag ${key} names a day more than ${mostMonths} months ahead`];
  return day < today
    ? [`the flag ${key} expired on ${day}; remove it, or say why it stays and until when`]
    : [];
}

/** Whether there is such a day: 30 February reads as one in March. */
const isDay = (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

function monthsAfter(today, months) {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}
