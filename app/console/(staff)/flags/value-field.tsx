'use client';

import { valuesOf, valueWord } from '@/app/_shared/flag-value';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { FlagHere } from '@/lib/tenancy/flags/shapes';

export type Value = FlagHere['value'];

interface Props {
  label: string;
  shape: FlagHere['shape'];
  /** Null where nothing is said. */
  value: Value | null;
  error?: string | undefined;
  onChange: (value: Value | null) => void;
}

const unsaid = 'unsaid';

/** One of what a flag can be, or nothing. */
export function ValueField({ label, shape, value, error, onChange }: Props) {
  const t = useWording('console');
  if (shape.type === 'number') {
    return (
      <Field
        label={label}
        error={error}
        help={t('{min} to {max}', { min: shape.min, max: shape.max })}
      >
        <Input
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          placeholder={t('Nothing said')}
          value={value === null ? '' : String(value)}
          onChange={({ target }) =>
            onChange(target.value.trim() === '' ? null : numberOf(target.value))
          }
        />
      </Field>
    );
  }
  const options = valuesOf(shape).map((one) => ({
    value: String(one),
    label: t.said(valueWord(one)),
  }));
  return (
    <Field label={label} error={error}>
      <Select
        value={value === null ? unsaid : String(value)}
        options={[{ value: unsaid, label: t('Nothing said') }, ...options]}
        onValueChange={(text) =>
          onChange(valuesOf(shape).find((one) => String(one) === text) ?? null)
        }
      />
    </Field>
  );
}

/** What is no number stays as it was typed, and is refused by name. */
const numberOf = (text: string): Value => (Number.isFinite(Number(text)) ? Number(text) : text);
