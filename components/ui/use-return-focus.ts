'use client';

import { useState } from 'react';

/** Handlers of a panel that give the focus back to what held it before the panel was drawn. */
export function useReturnFocus() {
  // Read as the panel is first drawn: a field inside that takes the focus by itself comes later.
  const [before] = useState(() =>
    typeof document === 'undefined' ? null : document.activeElement,
  );
  return {
    onCloseAutoFocus: (event: Event) => {
      if (!(before instanceof HTMLElement) || before === document.body) return;
      if (!before.isConnected) return;
      event.preventDefault();
      before.focus({ preventScroll: true });
    },
  };
}
