'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export type CheckboxProps = ComponentProps<typeof Radix.Root>;

/** `checked` may be `'indeterminate'`. Give it a label with `ChoiceLabel` or `aria-label`. */
export function Checkbox({ className, ...rest }: CheckboxProps) {
  return (
    <Radix.Root
      className={cn(
        'group relative grid size-4 shrink-0 place-items-center rounded-small border border-line-strong bg-surface-raised transition-colors hover:border-muted disabled:opacity-50',
        'after:absolute after:-inset-1.5 after:content-[""]',
        'data-[state=checked]:border-mark data-[state=indeterminate]:border-mark data-[state=checked]:bg-mark data-[state=indeterminate]:bg-mark',
        'aria-invalid:border-danger-mark',
        className,
      )}
      {...rest}
    >
      <Radix.Indicator className="grid place-items-center text-mark-foreground">
        <Minus
          aria-hidden
          strokeWidth={3}
          className="hidden size-3 group-data-[state=indeterminate]:block"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="size-3 group-data-[state=indeterminate]:hidden"
        />
      </Radix.Indicator>
    </Radix.Root>
  );
}
