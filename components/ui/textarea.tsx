'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlClasses } from './control-classes';
import { useTypedEarly } from './use-typed-early';

export function Textarea({ className, rows = 3, ref, ...rest }: ComponentProps<'textarea'>) {
  const control = useTypedEarly(rest.value, ref);
  return (
    <textarea
      ref={control}
      rows={rows}
      className={cn(controlClasses, 'field-sizing-content min-h-20 px-2.5 py-1.5', className)}
      {...rest}
    />
  );
}
