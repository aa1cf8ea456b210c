import { accept, type Parsed, refuse } from './value';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const yearFirst = /^(\d{4})([-/.]\s?|년\s?)(\d{1,2})([-/.]\s?|월\s?)(\d{1,2})[.일]?$/;
const withTime = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/;
const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/i;
const dayFirst = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i;
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * A calendar day, stored as YYYY-MM-DD. Reads ISO 8601, 2024/1/31, 2024. 1. 31., Jan 31 2024,
 * 31 Jan 2024, and 31/1/2024 where day and month cannot be confused.
 */
export function parseDate(raw: unknown): Parsed {
  if (raw instanceof Date) return accept(raw.toISOString().slice(0, 10));
  if (typeof raw !== 'string') return refuse('must be a date, such as 2024-01-31');
  const text = raw.trim();
  if (!text) return accept(null);
  const parts = partsOf(text);
  if (parts === 'ambiguous') return refuse('could be two dates; write it as 2024-01-31');
  if (!parts) return refuse('is not a date, such as 2024-01-31');
  const [year, month, day] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (year < 1 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return refuse('is a day that does not exist');
  }
  const pad = (n: number, length: number) => String(n).padStart(length, '0');
  return accept(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

type Parts = [year: number, month: number, day: number];

function partsOf(text: string): Parts | 'ambiguous' | null {
  const iso = withTime.exec(text)?.[1] ?? text;
  const year = yearFirst.exec(iso);
  if (year) return [Number(year[1]), Number(year[3]), Number(year[5])];
  const named = monthFirst.exec(text);
  if (named) return fromName(named[3], named[1], named[2]);
  const daily = dayFirst.exec(text);
  if (daily) return fromName(daily[3], daily[2], daily[1]);
  const cut = slashed.exec(text);
  return cut ? fromSlashes(Number(cut[1]), Number(cut[2]), Number(cut[3])) : null;
}

function fromName(year?: string, month?: string, day?: string): Parts | null {
  const index = months.indexOf(month?.toLowerCase() ?? '');
  return index < 0 ? null : [Number(year), index + 1, Number(day)];
}

function fromSlashes(a: number, b: number, year: number): Parts | 'ambiguous' {
  if (a === b || b > 12) return [year, a, b];
  if (a > 12) return [year, b, a];
  return 'ambiguous';
}
