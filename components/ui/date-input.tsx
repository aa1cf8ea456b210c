import type { ComponentProps } from 'react';
import { cn } from './cn';
import { Input } from './input';

export type DateInputProps = Omit<ComponentProps<'input'>, 'type'> & {
  /** Values are ISO text: `2026-03-01`, `2026-03-01T09:00`, `09:00`. */
  kind?: 'date' | 'datetime-local' | 'time';
};

const widths = { date: 'w-40', 'datetime-local': 'w-56', time: 'w-36' };

/** The system's own date field: its keyboard, its calendar, its language. */
export function DateInput({ kind = 'date', className, ...rest }: DateInputProps) {
  return <Input type={kind} className={cn('tabular-nums', widths[kind], className)} {...rest} />;
}
