'use client';

import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import type { FilterInputProps } from './type-ui';

type Props = Omit<FilterInputProps, 'field'>;

const common = ({ value, onChange }: Props, label: string) => ({
  'aria-label': label,
  value,
  onChange: (event: { target: { value: string } }) => onChange(event.target.value),
});

export const FilterText = ({ value, onChange }: FilterInputProps) => {
  const t = useWording('collections');
  return (
    <Input
      {...common({ value, onChange }, t('Value'))}
      placeholder={t('Value')}
      className="min-w-24"
    />
  );
};

export const FilterNumber = ({ value, onChange }: FilterInputProps) => {
  const t = useWording('collections');
  return (
    <Input
      {...common({ value, onChange }, t('Value'))}
      placeholder={t('Value')}
      inputMode="decimal"
      className="min-w-24"
    />
  );
};

export const FilterDay = ({ value, onChange }: FilterInputProps) => {
  const t = useWording('collections');
  return <DateInput {...common({ value, onChange }, t('Value'))} />;
};
