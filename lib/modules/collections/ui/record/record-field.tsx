'use client';

import { type ReactNode, useState } from 'react';
import { Field as FormField } from '@/components/ui/field';
import type { Field } from '../../fields/shapes';
import { sameValue, type Value } from '../../values/value';
import type { PersonName } from '../grid/columns';
import { FieldInput } from './field-input';

interface Props {
  label: ReactNode;
  field: Field;
  value: Value;
  people: readonly PersonName[];
  disabled: boolean;
  onCommit: (value: Value) => Promise<string | undefined>;
}

/** One field of a record; what was refused stays in the control with the reason. */
export function RecordField({ label, field, value, people, disabled, onCommit }: Props) {
  const [draft, setDraft] = useState<{ value: Value } | null>(null);
  const [error, setError] = useState<string>();
  const keep = async (next: Value) => {
    if (sameValue(next, value)) {
      setDraft(null);
      setError(undefined);
      return;
    }
    const refused = await onCommit(next);
    setError(refused);
    if (refused === undefined) setDraft(null);
  };
  return (
    <FormField label={label} error={error} note={field.required ? 'required' : undefined}>
      <FieldInput
        field={field}
        people={people}
        disabled={disabled}
        value={draft ? draft.value : value}
        onChange={(next) => setDraft({ value: next })}
        onKeep={(next) => void keep(next)}
      />
    </FormField>
  );
}
