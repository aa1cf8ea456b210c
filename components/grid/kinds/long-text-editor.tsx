'use client';

import { type KeyboardEvent, useCallback, useRef } from 'react';
import type { CellEditorProps, CellMove } from '../types';
import { EditorPopover } from './editor-popover';
import { textOf } from './text-kind';

/** Enter keeps the text, Shift + Enter makes a new line. */
export function LongTextEditor({
  value,
  column,
  initialText,
  onCommit,
  onCancel,
}: CellEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const commit = (move: CellMove) => onCommit(area.current?.value || null, move);
  // The panel mounts after this component, so the field is met when it appears.
  const meet = useCallback((field: HTMLTextAreaElement | null) => {
    area.current = field;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    commit('down');
  };
  return (
    <EditorPopover label={column.title} onClose={() => commit('stay')}>
      <textarea
        ref={meet}
        aria-label={column.title}
        defaultValue={initialText || textOf(value)}
        rows={6}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onCancel();
          } else onKeyDown(event);
        }}
        className="block w-full resize-none bg-transparent px-2 py-1.5 outline-none"
      />
    </EditorPopover>
  );
}
