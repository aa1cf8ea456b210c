'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import { controlClasses } from '@/components/ui/control-classes';

interface Props extends ComponentProps<'button'> {
  /** Said in place of what is chosen while nothing is. */
  empty: string | undefined;
}

/** A control that shows what is chosen and opens what to choose from. */
export const PickTrigger = ({ empty, children, ...rest }: Props) => (
  <button
    type="button"
    {...rest}
    className={cn(
      controlClasses,
      'flex h-auto min-h-control items-center justify-between gap-2 px-2.5 py-1 text-left',
    )}
  >
    <span className="flex min-w-0 flex-wrap gap-1">
      {children}
      {empty === undefined ? null : <span className="text-subtle">{empty}</span>}
    </span>
    <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
  </button>
);
