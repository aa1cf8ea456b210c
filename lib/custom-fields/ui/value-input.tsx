'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Combobox } from '@/components/ui/combobox';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Value } from '@/lib/fields/value';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomField } from '../shapes';

interface Props {
  field: CustomField;
  value: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
}

/** The control of one field, by its type. */
export function ValueInput({ field, value, error, onChange }: Props) {
  const t = useWording('customFields');
  if (field.type === 'multi_select') return <Ticks {...{ field, value, error, onChange }} />;
  return (
    <Field
      label={field.name}
      note={field.required ? undefined : t('optional')}
      help={field.help || undefined}
      error={error}
    >
      <Control {...{ field, value, onChange }} />
    </Field>
  );
}

/** What a field's frame hands to its control. */
interface Framed {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

function Control({ field, value, onChange, ...rest }: Omit<Props, 'error'> & Framed) {
  const t = useWording('customFields');
  const text = value === null ? '' : String(value);
  const write = (next: string) => onChange(next === '' ? null : next);
  switch (field.type) {
    case 'long_text':
      return (
        <Textarea {...rest} rows={3} value={text} onChange={(event) => write(event.target.value)} />
      );
    case 'date':
      return <DateInput {...rest} value={text} onChange={(event) => write(event.target.value)} />;
    case 'boolean':
      return (
        <Select
          {...rest}
          className="w-40"
          options={[
            { value: 'none', label: t('Not filled in') },
            { value: 'yes', label: t('Yes') },
            { value: 'no', label: t('No') },
          ]}
          value={value === null ? 'none' : value === true ? 'yes' : 'no'}
          onValueChange={(next) => onChange(next === 'none' ? null : next === 'yes')}
        />
      );
    case 'select':
      return (
        <Combobox
          {...rest}
          clearable={!field.required}
          options={field.choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={value === null ? undefined : String(value)}
          onValueChange={(next) => onChange(next ?? null)}
        />
      );
    default:
      return (
        <Input
          {...rest}
          value={text}
          autoComplete="off"
          inputMode={modes[field.type] ?? 'text'}
          onChange={(event) => write(event.target.value)}
        />
      );
  }
}

const modes: Partial<Record<CustomField['type'], 'decimal' | 'email' | 'url'>> = {
  number: 'decimal',
  email: 'email',
  url: 'url',
};

function Ticks({ field, value, error, onChange }: Props) {
  const chosen = Array.isArray(value) ? value : [];
  const tick = (id: string, on: boolean) => {
    const next = field.choices.filter((one) => (one.id === id ? on : chosen.includes(one.id)));
    onChange(next.length > 0 ? next.map((one) => one.id) : null);
  };
  const message = error ?? field.help;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{field.name}</legend>
      {field.choices.map(({ id, name }) => (
        <Choice key={id} label={name}>
          <Checkbox checked={chosen.includes(id)} onCheckedChange={(on) => tick(id, on === true)} />
        </Choice>
      ))}
      {message ? (
        <p
          role={error ? 'alert' : undefined}
          className={error ? 'text-danger-text text-sm' : 'text-muted text-sm'}
        >
          {message}
        </p>
      ) : null}
    </fieldset>
  );
}
