import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlClasses } from './control-classes';

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={cn(controlClasses, 'field-sizing-content min-h-20 px-2.5 py-1.5', className)}
      {...rest}
    />
  );
}
