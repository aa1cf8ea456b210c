'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { FieldType } from '../../fields/shapes';
import { FieldIcon, fieldTypeHelp, fieldTypeNames } from '../grid/field-icon';
import { ChoicesEditor } from './choices-editor';
import type { FieldDraft } from './field-draft';

interface Props {
  draft: FieldDraft;
  /** By input path, as the product names them. */
  errors: Record<string, string>;
  onChange: (draft: FieldDraft) => void;
  isNew: boolean;
}

const types = Object.entries(fieldTypeNames).map(([value, label]) => ({
  value,
  label,
  description: fieldTypeHelp[value as FieldType],
  icon: <FieldIcon type={value as FieldType} />,
}));

/** The controls of a field's form. */
export function FieldForm({ draft, errors, onChange, isNew }: Props) {
  const put = (part: Partial<FieldDraft>) => onChange({ ...draft, ...part });
  const bound = (name: 'min' | 'max' | 'decimals', label: string) => (
    <FormField label={label} note="optional" error={errors[`options.${name}`]}>
      <Input
        type="number"
        step={name === 'decimals' ? 1 : 'any'}
        value={draft[name]}
        onChange={(event) => put({ [name]: event.target.value })}
      />
    </FormField>
  );
  return (
    <>
      <FormField label="Name" error={errors.name}>
        <Input
          value={draft.name}
          maxLength={80}
          required
          autoFocus={isNew}
          onChange={(event) => put({ name: event.target.value })}
        />
      </FormField>
      <FormField label="Type" help={fieldTypeHelp[draft.type]} error={errors.type}>
        <Select
          options={types}
          value={draft.type}
          onValueChange={(type) => put({ type: type as FieldType })}
        />
      </FormField>
      {draft.type === 'select' ? (
        <>
          <ChoicesEditor choices={draft.choices} onChange={(choices) => put({ choices })} />
          {errors['options.choices'] ? (
            <p role="alert" className="text-danger-text text-sm">
              {errors['options.choices']}
            </p>
          ) : null}
        </>
      ) : null}
      {draft.type === 'number' ? (
        <div className="grid grid-cols-3 gap-3">
          {bound('min', 'At least')}
          {bound('max', 'At most')}
          {bound('decimals', 'Decimals')}
        </div>
      ) : null}
      <Choice label="Required" help="Nobody can leave this field empty from now on.">
        <Checkbox
          checked={draft.required}
          onCheckedChange={(checked) => put({ required: checked === true })}
        />
      </Choice>
    </>
  );
}
