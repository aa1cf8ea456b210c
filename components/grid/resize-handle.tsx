'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useWords } from '@/components/ui/words';
import { type ColumnPlace, maxColumnWidth, minColumnWidth } from './layout';
import type { ResizeColumn } from './use-grid-layout';

interface Props {
  place: ColumnPlace;
  resize: ResizeColumn;
  onColumnWidth: ((columnId: string, width: number) => void) | undefined;
}

const keyStep = 16;

/** Dragged with the pointer; with the keyboard, arrows on the focused handle. */
export function ResizeHandle({ place, resize, onColumnWidth }: Props) {
  const words = useWords();
  const { column, width } = place;
  const drag = useRef<{ from: number; width: number; now: number } | null>(null);
  const to = (wanted: number) => {
    const next = Math.round(Math.min(maxColumnWidth, Math.max(minColumnWidth, wanted)));
    resize(column.id, next);
    return next;
  };
  const end = () => {
    const { current } = drag;
    drag.current = null;
    if (current && current.now !== current.width) onColumnWidth?.(column.id, current.now);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
    if (!step) return;
    event.preventDefault();
    onColumnWidth?.(column.id, to(width + step));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line between columns that is dragged, not one between paragraphs
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={words.resize(column.title)}
      aria-valuenow={Math.round(width)}
      aria-valuemin={minColumnWidth}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientX, width, now: width };
      }}
      onPointerMove={({ clientX }) => {
        const { current } = drag;
        if (current) current.now = to(current.width + clientX - current.from);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      className="absolute inset-y-1.5 -right-1 z-1 w-2 cursor-col-resize touch-none rounded-full after:absolute after:inset-y-0 after:left-1/2 after:w-0.5 after:-translate-x-1/2 after:rounded-full hover:after:bg-mark focus-visible:outline-offset-0"
    />
  );
}
