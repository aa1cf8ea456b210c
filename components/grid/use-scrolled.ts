'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Scrolled {
  /** Pixels before what is in sight, up to one step less than they are. */
  offset: number;
  /** Pixels in sight; none before the page is alive, or where nothing is followed. */
  size: number;
}

/** Pixels that a grid is scrolled before other rows or columns are drawn. */
export const scrollStep = 144;

const unseen: Scrolled = { offset: 0, size: 0 };

/**
 * What the scroller around an element shows along one way, told once a step, so that most scrolling
 * draws nothing. The scroller carries `data-scroller`.
 */
export function useScrolled(
  inside: RefObject<HTMLElement | null>,
  way: 'x' | 'y' | 'none',
): Scrolled {
  const [scrolled, setScrolled] = useState(unseen);
  useLayoutEffect(() => {
    const element = inside.current?.closest<HTMLElement>('[data-scroller]');
    if (!element || way === 'none') return;
    const read = () => {
      const at = way === 'x' ? element.scrollLeft : element.scrollTop;
      const offset = Math.floor(at / scrollStep) * scrollStep;
      const size = way === 'x' ? element.clientWidth : element.clientHeight;
      setScrolled((was) => (was.offset === offset && was.size === size ? was : { offset, size }));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [inside, way]);
  return way === 'none' ? unseen : scrolled;
}
