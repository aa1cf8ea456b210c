'use client';

import { Choice } from '@/components/ui/choice';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { useWording } from '@/lib/language/wording-provider';
import type { ConfigField } from '@/lib/tenancy/configuration/form';

interface Props {
  field: ConfigField;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

/** One field of a module's settings. */
export function SettingsField({ field, value, error, onChange }: Props) {
  const t = useWording('settings');
  const label = t.said(field.title);
  const help = field.description ? t.said(field.description) : undefined;
  if (field.kind === 'switch') {
    return (
      <Choice trailing label={label} help={help}>
        <Switch checked={value === true} onCheckedChange={onChange} />
      </Choice>
    );
  }
  return (
    <Field label={label} help={help} error={error}>
      {controlOf({ field, value, onChange, t })}
    </Field>
  );
}

function controlOf({
  field,
  value,
  onChange,
  t,
}: Omit<Props, 'error'> & { t: ReturnType<typeof useWording<'settings'>> }) {
  const text = value === undefined || value === null ? '' : String(value);
  if (field.kind === 'choice') {
    const options = field.options.map((option) => ({ value: option, label: t.said(option) }));
    return <Select options={options} value={text} onValueChange={onChange} className="max-w-xs" />;
  }
  if (field.kind === 'time') {
    return (
      <DateInput kind="time" value={text} onChange={(event) => onChange(event.target.value)} />
    );
  }
  if (field.kind === 'number') {
    return (
      <Input
        type="number"
        inputMode="numeric"
        className="w-28"
        {...(field.min !== undefined && { min: field.min })}
        {...(field.max !== undefined && { max: field.max })}
        value={text}
        onChange={(event) =>
          onChange(event.target.value === '' ? null : Number(event.target.value))
        }
      />
    );
  }
  return (
    <Input
      className="max-w-md"
      {...(field.maxLength !== undefined && { maxLength: field.maxLength })}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
