import { late } from '@/components/ui/late';
import type { CellDisplayProps, CellKind } from '../types';
import { textOf } from './text-kind';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string | undefined): Intl.DateTimeFormat {
  const key = locale ?? '';
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(regional(locale), { dateStyle: 'medium', timeZone: 'UTC' });
  formats.set(key, known);
  return known;
}

// Day before month, as everywhere else in English.
const regional = (locale: string | undefined) => (locale === 'en' ? 'en-GB' : locale);

function DateDisplay({ value, locale }: CellDisplayProps) {
  const text = textOf(value);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  const shown = date && !Number.isNaN(date.getTime()) ? format(locale).format(date) : text;
  return <span className="truncate tabular-nums">{shown}</span>;
}

/** A day without a time, held as `2026-03-01`. */
export const dateKind: CellKind = {
  Display: DateDisplay,
  editor: late(async () => (await import('./date-editor')).DateEditor),
  toText: textOf,
  parse: (text, _column, words) => {
    const parts = /^(\d{4})[-./\s]+(\d{1,2})[-./\s]+(\d{1,2})\.?$/.exec(text.trim());
    if (text.trim() === '') return { value: null };
    const iso = parts && `${parts[1]}-${pad(parts[2])}-${pad(parts[3])}`;
    const date = iso ? new Date(`${iso}T00:00:00Z`) : undefined;
    const real = date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso ?? '-');
    return real ? { value: iso } : { error: words.needDate };
  },
};

const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
