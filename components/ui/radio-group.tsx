'use client';

import { RadioGroup as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

export type RadioOption = {
  value: string;
  label: ReactNode;
  help?: ReactNode;
  disabled?: boolean;
};

export type RadioGroupProps = ComponentProps<typeof Radix.Root> & {
  options: readonly RadioOption[];
  /** `cards` frames each option, for few choices that need a sentence each. */
  looks?: 'plain' | 'cards';
};

export function RadioGroup({ options, looks = 'plain', className, ...rest }: RadioGroupProps) {
  return (
    <Radix.Root className={cn('grid gap-2', className)} {...rest}>
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio is inside
        <label
          key={option.value}
          className={cn(
            'flex gap-2.5',
            looks === 'cards' &&
              'rounded-panel border border-line p-3 transition-colors hover:bg-surface-hover has-data-[state=checked]:border-mark has-data-[state=checked]:bg-surface-selected',
          )}
        >
          <span className="flex h-5 items-center">
            <Radix.Item
              value={option.value}
              disabled={option.disabled}
              className="grid size-4 place-items-center rounded-full border border-line-strong bg-surface-raised transition-colors hover:border-muted disabled:opacity-50 data-[state=checked]:border-mark data-[state=checked]:bg-mark"
            >
              <Radix.Indicator className="size-1.5 rounded-full bg-mark-foreground" />
            </Radix.Item>
          </span>
          <span className="min-w-0">
            <span className="block">{option.label}</span>
            {option.help ? <span className="block text-muted text-sm">{option.help}</span> : null}
          </span>
        </label>
      ))}
    </Radix.Root>
  );
}
