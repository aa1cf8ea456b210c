'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from './grid-state';
import { type GridLayout, headerHeight, scrollToShow } from './layout';

type Options = { scroller: RefObject<HTMLDivElement | null>; layout: GridLayout; active: Point };

/** Scrolls just far enough that the active cell shows beside the header and frozen columns. */
export function useShowActive({ scroller, layout, active }: Options): void {
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  const { row, column } = active;
  useEffect(() => {
    const view = scroller.current;
    const { rowHeight, places, frozenWidth } = latest.current;
    const place = places[column];
    if (!view || !place) return;
    const top = headerHeight + row * rowHeight;
    const y = scrollToShow(
      { start: top, end: top + rowHeight },
      { offset: view.scrollTop, size: view.clientHeight, before: headerHeight, after: 0 },
    );
    const x = place.frozen
      ? view.scrollLeft
      : scrollToShow(
          { start: place.x, end: place.x + place.width },
          { offset: view.scrollLeft, size: view.clientWidth, before: frozenWidth, after: 0 },
        );
    if (x !== view.scrollLeft || y !== view.scrollTop) view.scrollTo({ left: x, top: y });
  }, [row, column, scroller]);
}
