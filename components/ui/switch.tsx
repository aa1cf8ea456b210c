'use client';

import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Switch({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        'relative h-4.5 w-8 shrink-0 rounded-full border border-line-strong bg-surface-active transition-colors after:absolute after:-inset-1.5 after:content-[""] hover:border-muted disabled:opacity-50 data-[state=checked]:border-mark data-[state=checked]:bg-mark',
        className,
      )}
      {...rest}
    >
      <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-muted transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-mark-foreground" />
    </Radix.Root>
  );
}
