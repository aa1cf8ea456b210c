'use client';

import type { CellDisplayProps, CellKind } from '@/components/grid/types';
import { late } from '@/components/ui/late';
import { regional } from '@/lib/format';
import { parseInstant, showInstant } from '../../values/instants';
import { useTimeZone } from './time-zone';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string | undefined, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const style = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone } as const;
  const made = new Intl.DateTimeFormat(locale && regional(locale), style);
  formats.set(key, made);
  return made;
}

function MomentDisplay({ value, locale }: CellDisplayProps) {
  const timeZone = useTimeZone();
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return (
    <span className="truncate tabular-nums">
      {Number.isNaN(at) ? String(value ?? '') : formatOf(locale, timeZone).format(at)}
    </span>
  );
}

const editor = late(async () => (await import('./moment-editor')).MomentEditor);

/** A moment on the reader's clock; copied and pasted on that clock too. */
export const momentKind = (timeZone: string): CellKind => ({
  Display: MomentDisplay,
  editor,
  toText: (value) => (typeof value === 'string' ? showInstant(value, timeZone) : ''),
  parse: (text) => {
    const parsed = parseInstant(text, timeZone);
    return parsed.ok ? { value: parsed.value } : { error: `This ${parsed.message}.` };
  },
});
