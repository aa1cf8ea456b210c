'use client';

import { Popover } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { cn } from '@/components/ui/cn';
import { floatingClasses } from '@/components/ui/floating';

interface Props {
  label: string;
  cell: RefObject<HTMLDivElement | null>;
  onClose: () => void;
  children: ReactNode;
}

/** What hangs below a cell while it is edited. The grid leads the focus. */
export const EditorPanel = ({ label, cell, onClose, children }: Props) => (
  <Popover.Root open onOpenChange={(open) => !open && onClose()}>
    <Popover.Anchor virtualRef={cell as RefObject<HTMLDivElement>} />
    <Popover.Portal>
      <Popover.Content
        aria-label={label}
        align="start"
        sideOffset={2}
        collisionPadding={8}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        className={cn(floatingClasses, 'w-64 min-w-(--radix-popover-trigger-width)')}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  </Popover.Root>
);
