'use client';

import { Tooltip as Radix } from 'radix-ui';
import { type ReactNode, type RefObject, useState } from 'react';
import { Kbd } from './kbd';

export interface TooltipPanelProps {
  content: ReactNode;
  keys?: string[];
  side?: 'top' | 'right' | 'bottom' | 'left';
  id: string;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  /** The pointer rests on the words themselves. */
  onHold: () => void;
  onLeave: () => void;
}

/** The words of a tooltip. They never take the focus, and stay while the pointer is on them. */
export function TooltipPanel({
  id,
  anchor,
  content,
  keys,
  side = 'top',
  ...on
}: TooltipPanelProps) {
  const [place] = useState(() => anchor.current?.getBoundingClientRect());
  return (
    <Radix.Provider>
      <Radix.Root open onOpenChange={(open) => !open && on.onClose()}>
        {/* Stands over what the words are about, which must not be drawn anew under the pointer. */}
        <Radix.Trigger asChild>
          <span
            aria-hidden
            className="pointer-events-none fixed"
            style={{
              left: place?.left,
              top: place?.top,
              width: place?.width,
              height: place?.height,
            }}
          />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            onPointerEnter={on.onHold}
            onPointerLeave={on.onLeave}
            className="z-60 flex max-w-72 animate-fade items-center gap-2 rounded-small bg-inverse px-2 py-1 text-inverse-foreground text-xs shadow-raised"
          >
            <span id={id}>{content}</span>
            {keys ? <Kbd keys={keys} inverse /> : null}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
