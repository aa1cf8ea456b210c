'use client';

import { Slot } from 'radix-ui';
import { createContext, type ReactNode, useContext } from 'react';
import type { DialogPanelProps } from './dialog-panel';
import { late, useLate } from './late';
import { Opener } from './opener';
import { useOpen } from './use-open';

export interface DialogProps extends Omit<DialogPanelProps, 'onClose'> {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode;
}

const panel = late(() => import('./dialog-panel'));

const Closing = createContext(() => {});

export function Dialog({ open, onOpenChange, trigger, ...rest }: DialogProps) {
  const [shown, change] = useOpen({ open, onOpenChange });
  const part = useLate(panel, shown);
  const close = () => change(false);
  return (
    <Closing value={close}>
      {trigger ? (
        <Opener open={shown} onOpenChange={change}>
          {trigger}
        </Opener>
      ) : null}
      {part ? <part.DialogPanel {...rest} onClose={close} /> : null}
    </Closing>
  );
}

/** Closes the dialog around it. */
export const DialogClose = ({ children }: { children: ReactNode }) => (
  <Slot.Root onClick={useContext(Closing)}>{children}</Slot.Root>
);
