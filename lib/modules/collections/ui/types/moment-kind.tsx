'use client';

import { useEffect, useRef } from 'react';
import type {
  CellDisplayProps,
  CellEditorProps,
  CellKind,
  CellMove,
} from '@/components/grid/types';
import { regional } from '@/lib/format';
import { parseInstant, showInstant } from '../../values/instants';
import { storedMoment, wallText } from './moment-input';
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

function MomentEditor({ value, column, onCommit, onCancel }: CellEditorProps) {
  const timeZone = useTimeZone();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => input.current?.focus(), []);
  const commit = (move: CellMove) => {
    if (done.current) return;
    done.current = true;
    onCommit(storedMoment(input.current?.value ?? '', timeZone), move);
  };
  return (
    <input
      ref={input}
      type="datetime-local"
      aria-label={column.title}
      defaultValue={wallText(value, timeZone)}
      onBlur={() => commit('stay')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          done.current = true;
          onCancel();
        } else if (event.key === 'Enter') commit('down');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
      className="h-full min-w-52 bg-surface-raised px-2 tabular-nums outline-2 outline-focus -outline-offset-2"
    />
  );
}

/** A moment on the reader's clock; copied and pasted on that clock too. */
export const momentKind = (timeZone: string): CellKind => ({
  Display: MomentDisplay,
  Editor: MomentEditor,
  toText: (value) => (typeof value === 'string' ? showInstant(value, timeZone) : ''),
  parse: (text) => {
    const parsed = parseInstant(text, timeZone);
    return parsed.ok ? { value: parsed.value } : { error: `This ${parsed.message}.` };
  },
});
