'use client';

import { type ReactNode, useRef } from 'react';
import { late, useLate } from './late';
import { Opener } from './opener';
import { useOpen } from './use-open';

export type PopoverProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  className?: string;
  /** Named for screen readers. */
  label?: string;
  children: ReactNode;
};

const panel = late(() => import('./popover-panel'));

export function Popover({ open, onOpenChange, trigger, ...rest }: PopoverProps) {
  const [shown, change] = useOpen({ open, onOpenChange });
  const anchor = useRef<HTMLElement>(null);
  const part = useLate(panel, shown);
  return (
    <>
      <Opener ref={anchor} open={shown} onOpenChange={change}>
        {trigger}
      </Opener>
      {part ? <part.PopoverPanel {...rest} anchor={anchor} onClose={() => change(false)} /> : null}
    </>
  );
}
