import { useState } from 'react';

interface Opening {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** Whether a panel is open: as its owner says, or as it remembers itself. */
export function useOpen({ open, onOpenChange }: Opening): [boolean, (open: boolean) => void] {
  const [own, setOwn] = useState(false);
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return [open ?? own, change];
}
