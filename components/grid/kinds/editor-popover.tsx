'use client';

import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { floatingClasses } from '@/components/ui/floating';

interface Props {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** An editor that needs more room than its cell, hung below it. The grid leads the focus. */
export function EditorPopover({ label, onClose, children }: Props) {
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor asChild>
        <div className="absolute inset-0 outline-2 outline-focus -outline-offset-2" />
      </Popover.Anchor>
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
}
