'use client';

import { Checkbox } from '@/components/ui/checkbox';
import type { FieldInputProps } from './type-ui';

export function TickInput({
  field: _,
  people: __,
  value,
  onChange,
  onKeep,
  ...rest
}: FieldInputProps) {
  return (
    <Checkbox
      {...rest}
      checked={value === true}
      onCheckedChange={(checked) => {
        onChange(checked === true);
        onKeep(checked === true);
      }}
    />
  );
}
