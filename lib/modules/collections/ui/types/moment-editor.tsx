'use client';

import { useEffect, useRef } from 'react';
import type { CellEditorProps, CellMove } from '@/components/grid/types';
import { storedMoment, wallText } from './moment-input';
import { useTimeZone } from './time-zone';

export function MomentEditor({ value, column, onCommit, onCancel }: CellEditorProps) {
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
