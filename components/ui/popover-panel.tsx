'use client';

import { Popover as Radix } from 'radix-ui';
import { type ReactNode, type RefObject, useRef } from 'react';
import { cn } from './cn';
import { floatingClasses } from './floating';

interface Props {
  /** Where it hangs; a press there does not count as one outside. */
  anchor: RefObject<HTMLElement | null>;
  align?: 'start' | 'center' | 'end' | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  className?: string | undefined;
  label?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** The open panel of a popover. Gives the focus back to its anchor unless a press outside closed it. */
export function PopoverPanel({ anchor, align = 'start', onClose, ...rest }: Props) {
  const leftByPress = useRef(false);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          aria-label={rest.label}
          align={align}
          side={rest.side}
          sideOffset={4}
          collisionPadding={8}
          onInteractOutside={(event) => {
            if (anchor.current?.contains(event.target as Node)) return event.preventDefault();
            leftByPress.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!leftByPress.current) anchor.current?.focus();
          }}
          className={cn(
            floatingClasses,
            'max-h-(--radix-popover-content-available-height) weak:w-72 weak:overflow-y-auto weak:p-3',
            rest.className,
          )}
        >
          {rest.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
