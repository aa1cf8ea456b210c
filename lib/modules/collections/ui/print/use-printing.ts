'use client';

import { useSyncExternalStore } from 'react';

/** True while the page is laid out for paper. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => asked || paper().matches,
    () => false,
  );
}

/** Between the two events of a print: not every way to print changes the media in time for a script. */
let asked = false;

const paper = () => window.matchMedia('print');

function subscribe(listener: () => void) {
  const media = paper();
  const tell = (is: boolean) => () => {
    asked = is;
    listener();
  };
  const [begin, end] = [tell(true), tell(false)];
  media.addEventListener('change', listener);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    media.removeEventListener('change', listener);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
