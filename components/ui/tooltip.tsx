'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd';

export type TooltipProps = {
  content: ReactNode;
  keys?: string[];
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that accepts a ref. */
  children: ReactElement;
};

export function Tooltip({ content, keys, side = 'top', children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 flex max-w-72 animate-fade items-center gap-2 rounded-small bg-inverse px-2 py-1 text-inverse-foreground text-xs shadow-raised"
          >
            {content}
            {keys ? <Kbd keys={keys} inverse /> : null}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
