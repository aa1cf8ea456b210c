'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Combobox } from '@/components/ui/combobox';
import { Field as FormField } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';
import type { CollectionSummary } from '../../collections/shapes';
import { useAnswer } from '../data/use-answer';
import type { FieldDraft } from './field-draft';

interface Props {
  draft: FieldDraft;
  errors: Record<string, string>;
  put: (part: Partial<FieldDraft>) => void;
}

/** Where a relation leads, and to how many. */
export function RelationSettings({ draft, errors, put }: Props) {
  const t = useWording('collections');
  const { data, error } = useAnswer<CollectionSummary[]>('/collections');
  return (
    <>
      <FormField label={t('Leads to')} error={errors['options.targetId'] ?? error}>
        <Combobox
          options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...(draft.targetId && { value: draft.targetId })}
          placeholder={data ? t('Choose a collection') : t('Loading collections')}
          onValueChange={(targetId) => targetId && put({ targetId })}
        />
      </FormField>
      <Choice
        label={t('Several records')}
        help={t('Without this, a record leads to one other at most.')}
      >
        <Checkbox
          checked={draft.many}
          onCheckedChange={(checked) => put({ many: checked === true })}
        />
      </Choice>
    </>
  );
}
