'use client';

import { useRef } from 'react';

/** Handlers of a panel that give the focus back to what held it when no trigger opened the panel. */
export function useReturnFocus() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      const { current } = before;
      if (!(current instanceof HTMLElement) || current === document.body) return;
      if (!current.isConnected) return;
      event.preventDefault();
      current.focus({ preventScroll: true });
    },
  };
}
