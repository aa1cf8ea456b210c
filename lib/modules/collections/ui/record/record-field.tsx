'use client';

import { useState } from 'react';
import { Field as FormField } from '@/components/ui/field';
import { useWords } from '@/components/ui/words';
import { sameValue, type Value } from '@/lib/fields/value';
import { useWording } from '@/lib/language/wording-provider';
import { designedType, isFormula } from '../../fields/computed';
import type { Field } from '../../fields/shapes';
import type { PersonName } from '../grid/columns';
import { FieldIcon } from '../grid/field-icon';
import { FieldInput } from './field-input';

interface Props {
  field: Field;
  value: Value;
  people: readonly PersonName[];
  disabled: boolean;
  /** Why a formula comes to nothing here. */
  problem: string | undefined;
  /** Who else changed it a moment ago. */
  markedBy: string | undefined;
  /** Keeps what was written over what was seen when writing began. */
  onCommit: (value: Value, base: Value) => Promise<string | undefined>;
}

/** One field of a record; what was refused stays in the control with the reason. */
export function RecordField({
  field,
  value,
  people,
  disabled,
  problem,
  markedBy,
  onCommit,
}: Props) {
  const t = useWording('collections');
  const words = useWords();
  const [draft, setDraft] = useState<{ value: Value; base?: Value } | null>(null);
  const [error, setError] = useState<string>();
  const keep = async (next: Value) => {
    const base = draft?.base === undefined ? value : draft.base;
    if (sameValue(next, base)) {
      setDraft(null);
      setError(undefined);
      return;
    }
    const refused = await onCommit(next, base);
    setError(refused);
    // What was refused because somebody else was faster may be sent once more, knowingly.
    setDraft(refused === undefined ? null : { value: next });
  };
  const asked = isFormula(field)
    ? t('worked out')
    : field.locked
      ? words.onlyToRead
      : field.required
        ? t('required')
        : undefined;
  const note = markedBy ? t('changed by {markedBy}', { markedBy }) : asked;
  const label = (
    <span className="inline-flex items-baseline gap-1.5 [&_svg]:self-center">
      <FieldIcon type={designedType(field)} />
      {field.name}
    </span>
  );
  return (
    <FormField label={label} error={error ?? (problem && t.said(problem))} note={note}>
      <FieldInput
        field={field}
        people={people}
        disabled={disabled}
        value={draft ? draft.value : value}
        problem={problem}
        onChange={(next) =>
          setDraft((was) => (was ? { ...was, value: next } : { value: next, base: value }))
        }
        onKeep={(next) => void keep(next)}
      />
    </FormField>
  );
}
