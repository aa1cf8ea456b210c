'use client';

import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { dragFill } from './fill';
import type { Range } from './grid-state';
import { type GridLayout, headerHeight } from './layout';
import { pointOf } from './use-grid-pointer';

type FillHandleProps = {
  scroller: RefObject<HTMLDivElement | null>;
  layout: GridLayout;
  range: Range;
  onFill: (source: Range, target: Range) => void;
};

/** The small square at the end of the range; dragging it repeats the range's values. */
export function FillHandle({ scroller, layout, range, onFill }: FillHandleProps) {
  const [target, setTarget] = useState<Range | null>(null);
  const wanted = useRef<Range | null>(null);
  const end = layout.places[range.right];
  if (!end) return null;
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const controller = new AbortController();
    const { signal } = controller;
    const move = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const point = pointOf(document.elementFromPoint(clientX, clientY));
      wanted.current = point ? dragFill(range, point) : wanted.current;
      setTarget(wanted.current);
    };
    const stop = () => {
      controller.abort();
      if (wanted.current) onFill(range, wanted.current);
      wanted.current = null;
      setTarget(null);
    };
    scroller.current?.ownerDocument.addEventListener('pointermove', move, { signal });
    scroller.current?.ownerDocument.addEventListener('pointerup', stop, { signal });
  };
  return (
    <div
      className={cn(
        'pointer-events-none left-0 h-0 w-0',
        end.frozen ? 'sticky z-3' : 'absolute top-0 z-1',
      )}
    >
      {target ? (
        <div
          className="absolute border border-mark border-dashed bg-surface-selected/40"
          style={placeOf(target, layout)}
        />
      ) : null}
      <div
        data-fill-handle=""
        onPointerDown={begin}
        className="pointer-events-auto absolute size-2 cursor-crosshair rounded-xs border border-surface bg-mark group-not-focus-within/grid:hidden pointer-coarse:hidden"
        style={{
          left: end.x + end.width - 5,
          top: headerHeight + (range.bottom + 1) * layout.rowHeight - 5,
        }}
      />
    </div>
  );
}

function placeOf(range: Range, layout: GridLayout) {
  const [first, last] = [layout.places[range.left], layout.places[range.right]];
  const left = first?.x ?? 0;
  return {
    left,
    top: headerHeight + range.top * layout.rowHeight,
    width: (last ? last.x + last.width : left) - left,
    height: (range.bottom - range.top + 1) * layout.rowHeight,
  };
}
