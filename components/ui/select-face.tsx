import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlClasses } from './control-classes';

type Props = ComponentProps<'button'> & { placeholder: string };

/** What a closed select looks like; what it holds, or the placeholder. */
export const SelectFace = ({ placeholder, className, children, ...rest }: Props) => (
  <button
    type="button"
    className={cn(
      controlClasses,
      'flex h-control items-center justify-between gap-2 px-2.5 text-left data-[placeholder]:text-subtle',
      className,
    )}
    {...rest}
  >
    <span className="min-w-0 truncate">{children ?? placeholder}</span>
    <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
  </button>
);
