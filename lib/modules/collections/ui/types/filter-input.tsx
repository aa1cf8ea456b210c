'use client';

import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import type { FilterInputProps } from './type-ui';

type Props = Omit<FilterInputProps, 'field'>;

const common = ({ value, onChange }: Props) => ({
  'aria-label': 'Value',
  value,
  onChange: (event: { target: { value: string } }) => onChange(event.target.value),
});

export const FilterText = ({ value, onChange }: FilterInputProps) => (
  <Input {...common({ value, onChange })} placeholder="Value" className="min-w-24" />
);

export const FilterNumber = ({ value, onChange }: FilterInputProps) => (
  <Input
    {...common({ value, onChange })}
    placeholder="Value"
    inputMode="decimal"
    className="min-w-24"
  />
);

export const FilterDay = ({ value, onChange }: FilterInputProps) => (
  <DateInput {...common({ value, onChange })} />
);
