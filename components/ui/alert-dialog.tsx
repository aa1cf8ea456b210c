'use client';

import type { ReactNode } from 'react';
import type { AlertDialogPanelProps } from './alert-dialog-panel';
import { late, useLate } from './late';
import { Opener } from './opener';
import { useOpen } from './use-open';

export interface AlertDialogProps extends Omit<AlertDialogPanelProps, 'onClose'> {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
}

const panel = late(() => import('./alert-dialog-panel'));

export function AlertDialog({ open, onOpenChange, trigger, ...rest }: AlertDialogProps) {
  const [shown, change] = useOpen({ open, onOpenChange });
  const part = useLate(panel, shown);
  return (
    <>
      {trigger ? (
        <Opener open={shown} onOpenChange={change}>
          {trigger}
        </Opener>
      ) : null}
      {part ? <part.AlertDialogPanel {...rest} onClose={() => change(false)} /> : null}
    </>
  );
}
