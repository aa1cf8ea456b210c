'use client';

import { useEffect, useEffectEvent } from 'react';
import { wayReader } from './way-keys';

interface Way {
  letter?: string | undefined;
  onSelect: () => void;
}

/** G, then a letter: goes somewhere, except while somebody types or a dialog is open. */
export function useWayKeys(ways: readonly Way[]): void {
  const go = useEffectEvent((letter: string) => {
    ways.find((way) => way.letter === letter)?.onSelect();
  });
  useEffect(() => {
    const read = wayReader(() => performance.now());
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTaken(event.target)) return;
      const letter = read(event);
      if (letter) go(letter);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const isTaken = (target: EventTarget | null) =>
  (target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null) ||
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
