'use client';

import { useSyncExternalStore } from 'react';

/** True while the page is laid out for paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => paper().matches,
    () => false,
  );
}

const paper = () => window.matchMedia('print');

function subscribe(listener: () => void) {
  const media = paper();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
