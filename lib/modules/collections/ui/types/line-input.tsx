'use client';

import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { FieldInputProps } from './type-ui';

type Typed = { target: { value: string } };

/** What every control that is typed into has in common. */
function typed({ field: _, people: __, value, onChange, onKeep, ...rest }: FieldInputProps) {
  return {
    ...rest,
    value: value === null ? '' : String(value),
    onChange: (event: Typed) => onChange(event.target.value || null),
    onBlur: (event: Typed) => onKeep(event.target.value || null),
  };
}

/** One line, on a phone with the keyboard that suits it. */
export const lineInput = (inputMode: 'text' | 'decimal' | 'email' | 'url') =>
  function LineInput(props: FieldInputProps) {
    return <Input inputMode={inputMode} maxLength={2_000} {...typed(props)} />;
  };

export const ProseInput = (props: FieldInputProps) => (
  <Textarea rows={5} maxLength={20_000} {...typed(props)} />
);

export const DayInput = (props: FieldInputProps) => <DateInput {...typed(props)} />;
