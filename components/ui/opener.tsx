'use client';

import { Slot } from 'radix-ui';
import type { ReactNode, Ref } from 'react';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  ref?: Ref<HTMLElement>;
  /** One element that takes a ref and what a button takes. */
  children: ReactNode;
}

/** Makes a button the one that opens a panel which takes the focus. */
export const Opener = ({ open, onOpenChange, ref, children }: Props) => (
  <Slot.Root
    ref={ref}
    aria-haspopup="dialog"
    aria-expanded={open}
    data-state={open ? 'open' : 'closed'}
    onClick={(event) => {
      // Some browsers do not focus a pressed button, and the focus is to come back to it.
      event.currentTarget.focus();
      onOpenChange(!open);
    }}
  >
    {children}
  </Slot.Root>
);
