'use client';

import { Input } from '@/components/ui/input';
import type { FieldInputProps } from './type-ui';

/** An amount, with its currency beside it. */
export function MoneyInput(props: FieldInputProps) {
  const { field, people: _, value, onChange, onKeep, ...rest } = props;
  return (
    <span className="flex items-center gap-2">
      <Input
        {...rest}
        inputMode="decimal"
        maxLength={40}
        className="max-w-56 text-right tabular-nums"
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(event.target.value || null)}
        onBlur={(event) => onKeep(event.target.value || null)}
      />
      <span className="text-muted">{field.options.currency}</span>
    </span>
  );
}
