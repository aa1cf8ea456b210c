'use client';

import { Slot } from 'radix-ui';
import { type FocusEvent, type ReactElement, useId, useRef } from 'react';
import { late, useLate } from './late';
import type { TooltipPanelProps } from './tooltip-panel';
import { useLinger } from './use-linger';

export interface TooltipProps extends Pick<TooltipPanelProps, 'content' | 'keys' | 'side'> {
  /** One element that accepts a ref. */
  children: ReactElement;
}

const panel = late(() => import('./tooltip-panel'));

/** Tells of an element that the pointer rests on, or that the keyboard has come to. */
export function Tooltip({ children, ...rest }: TooltipProps) {
  const anchor = useRef<HTMLElement>(null);
  const id = useId();
  const [shown, show] = useLinger();
  const part = useLate(panel, shown);
  return (
    <>
      <Slot.Root
        ref={anchor}
        aria-describedby={shown ? id : undefined}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && show('soon')}
        onPointerLeave={() => show('shortly')}
        onPointerDown={() => show('not')}
        onFocus={(event: FocusEvent) => event.target.matches(':focus-visible') && show('now')}
        onBlur={() => show('not')}
      >
        {children}
      </Slot.Root>
      {part ? (
        <part.TooltipPanel
          {...rest}
          id={id}
          anchor={anchor}
          onClose={() => show('not')}
          onHold={() => show('now')}
          onLeave={() => show('shortly')}
        />
      ) : null}
    </>
  );
}
