'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { Field } from '../../fields/shapes';
import type { Value } from '../../values/value';
import type { PersonName } from '../grid/columns';

interface Props {
  field: Field;
  value: Value;
  people: readonly PersonName[];
  disabled: boolean;
  /** While typing; kept when the control is left or a choice is made. */
  onChange: (value: Value) => void;
  onKeep: (value: Value) => void;
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

const inputModes = { number: 'decimal', email: 'email', url: 'url' } as const;

/** The control of one field in a form. */
export function FieldInput({ field, value, people, disabled, onChange, onKeep, ...rest }: Props) {
  const both = (next: Value) => {
    onChange(next);
    onKeep(next);
  };
  if (field.type === 'boolean') {
    return (
      <Checkbox
        {...rest}
        disabled={disabled}
        checked={value === true}
        onCheckedChange={(checked) => both(checked === true)}
      />
    );
  }
  if (field.type === 'select' || field.type === 'person') {
    return (
      <Combobox
        {...rest}
        disabled={disabled}
        clearable={!field.required}
        options={field.type === 'person' ? people.map(named) : choicesOf(field)}
        {...(value !== null && { value: String(value) })}
        onValueChange={(next) => both(next ?? null)}
      />
    );
  }
  const text = {
    ...rest,
    disabled,
    value: value === null ? '' : String(value),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value || null),
    onBlur: (event: { target: { value: string } }) => onKeep(event.target.value || null),
  };
  if (field.type === 'long_text') return <Textarea rows={5} maxLength={20_000} {...text} />;
  if (field.type === 'date') return <DateInput {...text} />;
  const mode = inputModes[field.type as keyof typeof inputModes] ?? 'text';
  return <Input inputMode={mode} maxLength={2_000} {...text} />;
}

const named = ({ id, name }: PersonName) => ({ value: id, label: name });

const choicesOf = ({ options }: Field) =>
  (options.choices ?? []).map(({ id, name }) => ({ value: id ?? name, label: name }));
