'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

interface Options {
  columnId: string;
  index: number;
  /** How many columns there are. */
  count: number;
  onMove: (columnId: string, to: number) => void;
}

/** Pixels that tell a drag from a click. */
const slack = 5;

/** Moves a column by dragging its title, or with Shift and an arrow while the title has the focus. */
export function useColumnDrag({ columnId, index, count, onMove }: Options) {
  const from = useRef<number | null>(null);
  const target = useRef<HTMLElement | null>(null);
  const mark = (header: HTMLElement | null, side: string) => {
    if (target.current !== header) target.current?.removeAttribute('data-drop');
    target.current = header;
    header?.setAttribute('data-drop', side);
  };
  const end = () => {
    from.current = null;
    target.current?.removeAttribute('data-drop');
    target.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      // A finger scrolls; the column's menu moves it there.
      if (event.button !== 0 || event.pointerType === 'touch') return;
      from.current = event.clientX;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (from.current === null || Math.abs(clientX - from.current) < slack) return;
      const header = headerAt(clientX, clientY);
      if (header) mark(header, isBefore(header, clientX) ? 'before' : 'after');
    },
    onPointerUp: ({ clientX }: PointerEvent) => {
      const header = target.current;
      end();
      if (!header) return;
      const at = Number(header.dataset.index) + (isBefore(header, clientX) ? 0 : 1);
      const to = at > index ? at - 1 : at;
      if (to !== index) onMove(columnId, to);
    },
    onPointerCancel: end,
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.shiftKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined;
      const to = index + (step ?? 0);
      if (!step || to < 0 || to >= count) return;
      event.preventDefault();
      onMove(columnId, to);
    },
  };
}

const headerAt = (x: number, y: number) =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('[role=columnheader][data-index]') ?? null;

function isBefore(header: HTMLElement, x: number): boolean {
  const { left, width } = header.getBoundingClientRect();
  return x < left + width / 2;
}
