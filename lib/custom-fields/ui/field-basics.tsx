'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { CustomFieldDraft, CustomFieldType } from '../shapes';
import { ChoicesInput } from './choices-input';
import { typeWords } from './words';

export type Draft = CustomFieldDraft & { type: CustomFieldType };

interface Props {
  draft: Draft;
  /** Its type stays as it is. */
  fixed: boolean;
  errors: Record<string, string>;
  onChange: (draft: Draft) => void;
}

/** What a field is called and what it takes. */
export function FieldBasics({ draft, fixed, errors, onChange }: Props) {
  const t = useWording('customFields');
  const { type } = draft;
  const types = Object.entries(typeWords).map(([value, label]) => ({ value, label: t(label) }));
  const choiceError = Object.entries(errors).find(([path]) => path.startsWith('choices'))?.[1];
  return (
    <>
      <Field label={t('Name')} error={errors.name}>
        <Input
          value={draft.name}
          maxLength={60}
          autoComplete="off"
          placeholder={t('Phone number')}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field
        label={t('Type')}
        help={fixed ? t('The type of a field stays as it is.') : undefined}
        error={errors.type}
      >
        <Select
          options={types}
          value={type}
          disabled={fixed}
          onValueChange={(next) => onChange({ ...draft, type: next as CustomFieldType })}
        />
      </Field>
      {type === 'select' || type === 'multi_select' ? (
        <ChoicesInput
          choices={draft.choices}
          error={choiceError}
          onChange={(choices) => onChange({ ...draft, choices })}
        />
      ) : null}
      <Field
        label={t('Help text')}
        note={t('optional')}
        help={t('Stands below the field for whoever fills it in.')}
        error={errors.help}
      >
        <Input
          value={draft.help}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange({ ...draft, help: event.target.value })}
        />
      </Field>
      <Choice label={t('Required')} help={t('Whoever fills it in may not leave it empty.')}>
        <Checkbox
          checked={draft.required}
          onCheckedChange={(on) => onChange({ ...draft, required: on === true })}
        />
      </Choice>
    </>
  );
}
