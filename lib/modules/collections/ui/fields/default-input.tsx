'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field as FormField } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import { ruleOf } from '../../fields/types';
import { typeInputs } from '../types/inputs';
import { type FieldDraft, inputOf } from './field-draft';

interface Props {
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
}

/** What a new record holds in this field unless something else is said. */
export function DefaultInput({ draft, errors, put }: Props) {
  const t = useWording('collections');
  const { moving } = ruleOf(draft.type);
  const { Input } = typeInputs[draft.type];
  if (ruleOf(draft.type).readOnly) return null;
  if (draft.unique && ruleOf(draft.type).same) return null;
  const moves = moving !== undefined && draft.default === moving.word;
  return (
    <>
      {moves || ruleOf(draft.type).names ? null : (
        <FormField label={t('Default')} note={t('optional')} error={errors.default}>
          <Input
            field={fieldOf(draft)}
            people={[]}
            disabled={false}
            value={draft.default}
            onChange={(value) => put({ default: value })}
            onKeep={() => undefined}
          />
        </FormField>
      )}
      {moving ? (
        <Choice
          label={moving.label}
          help={t('What a new record holds unless something else is said.')}
        >
          <Checkbox
            checked={moves}
            onCheckedChange={(checked) => put({ default: checked === true ? moving.word : null })}
          />
        </Choice>
      ) : null}
    </>
  );
}

/** The field that the draft would become, as its control needs it. */
const fieldOf = (draft: FieldDraft): Field => ({
  ...inputOf(draft),
  options: { ...inputOf(draft).options, choices: draft.choices },
  id: '',
  key: '',
  required: false,
  position: 0,
  width: 180,
  sortable: true,
  locked: false,
});
