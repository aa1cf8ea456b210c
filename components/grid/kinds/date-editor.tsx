'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CellEditorProps, CellMove } from '../types';
import { textOf } from './text-kind';

export function DateEditor({ value, column, onCommit, onCancel }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => input.current?.focus(), []);
  const commit = (move: CellMove) => {
    if (done.current) return;
    done.current = true;
    onCommit(input.current?.value || null, move);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      done.current = true;
      onCancel();
    } else if (event.key === 'Enter') commit('down');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={input}
      type="date"
      aria-label={column.title}
      defaultValue={textOf(value)}
      onKeyDown={onKeyDown}
      onBlur={() => commit('stay')}
      className="size-full bg-surface-raised px-2 tabular-nums outline-2 outline-focus -outline-offset-2"
    />
  );
}
