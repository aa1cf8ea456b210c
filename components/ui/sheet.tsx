'use client';

import type { ReactNode } from 'react';
import { late, useLate } from './late';
import { Opener } from './opener';
import type { SheetPanelProps } from './sheet-panel';
import { useOpen } from './use-open';

export interface SheetProps extends Omit<SheetPanelProps, 'onClose'> {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
}

const panel = late(() => import('./sheet-panel'));

/** A panel from an edge: one thing's details, or the navigation on a phone. */
export function Sheet({ open, onOpenChange, trigger, ...rest }: SheetProps) {
  const [shown, change] = useOpen({ open, onOpenChange });
  const part = useLate(panel, shown);
  return (
    <>
      {trigger ? (
        <Opener open={shown} onOpenChange={change}>
          {trigger}
        </Opener>
      ) : null}
      {part ? <part.SheetPanel {...rest} onClose={() => change(false)} /> : null}
    </>
  );
}
