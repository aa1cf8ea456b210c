'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field as FormField } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import type { FieldType } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import { DefaultInput } from './default-input';
import type { FieldDraft } from './field-draft';
import { typeOptions } from './type-options';
import { TypeSettings } from './type-settings';

interface Props {
  collectionId: string;
  draft: FieldDraft;
  /** By input path, as the product names them. */
  errors: Record<string, string>;
  onChange: (draft: FieldDraft) => void;
  isNew: boolean;
}

/** The controls of a field's form. */
export function FieldForm({ collectionId, draft, errors, onChange, isNew }: Props) {
  const t = useWording('collections');
  const put = (part: Partial<FieldDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <FormField label={t('Name')} error={errors.name}>
        <Input
          value={draft.name}
          maxLength={80}
          required
          autoFocus={isNew}
          onChange={(event) => put({ name: event.target.value })}
        />
      </FormField>
      <FormField label={t('Type')} help={t.said(ruleOf(draft.type).help)} error={errors.type}>
        <Select
          options={t.labelled(typeOptions)}
          value={draft.type}
          onValueChange={(type) =>
            put({
              type: type as FieldType,
              default: null,
              ...(ruleOf(type as FieldType).readOnly && { required: false }),
            })
          }
        />
      </FormField>
      <TypeSettings {...{ collectionId, draft, errors, put }} />
      <DefaultInput {...{ draft, errors, put }} />
      {ruleOf(draft.type).readOnly ? null : (
        <Choice label={t('Required')} help={t('Nobody can leave this field empty from now on.')}>
          <Checkbox
            checked={draft.required}
            onCheckedChange={(checked) => put({ required: checked === true })}
          />
        </Choice>
      )}
      {ruleOf(draft.type).same ? (
        <Choice label={t('Unique')} help={t('No two records can hold the same value.')}>
          <Checkbox
            checked={draft.unique}
            onCheckedChange={(checked) => put({ unique: checked === true })}
          />
        </Choice>
      ) : null}
      {errors.unique ? (
        <p role="alert" className="text-danger-text text-sm">
          {errors.unique}
        </p>
      ) : null}
    </>
  );
}
