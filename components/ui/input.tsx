'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { controlClasses } from './control-classes';
import { useTypedEarly } from './use-typed-early';

export type InputProps = ComponentProps<'input'> & {
  /** Shown inside, before the text: an icon, a currency, `https://`. */
  before?: ReactNode;
  /** Shown inside, after the text: a unit, `.example.com`. */
  after?: ReactNode;
};

export function Input({ before, after, className, type = 'text', ref, ...rest }: InputProps) {
  const control = useTypedEarly(rest.value, ref);
  if (!before && !after) {
    return (
      <input
        ref={control}
        type={type}
        className={cn(controlClasses, 'h-control px-2.5', className)}
        {...rest}
      />
    );
  }
  return (
    <span
      className={cn(
        controlClasses,
        'inline-flex h-control items-center focus-within:border-focus focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1',
        'has-aria-invalid:border-danger-mark has-disabled:border-line has-disabled:bg-surface-sunken',
        className,
      )}
    >
      {before ? <Affix className="pl-2.5">{before}</Affix> : null}
      <input
        ref={control}
        type={type}
        className="h-full w-full min-w-0 bg-transparent px-2.5 text-ink outline-none disabled:text-subtle"
        {...rest}
      />
      {after ? <Affix className="pr-2.5">{after}</Affix> : null}
    </span>
  );
}

function Affix({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span
      className={cn(
        'flex shrink-0 items-center whitespace-nowrap text-muted [&_svg]:size-4',
        className,
      )}
    >
      {children}
    </span>
  );
}
