'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';

export interface CollectionDraft {
  name: string;
  description: string;
}

interface Props {
  draft: CollectionDraft;
  errors: Record<string, string>;
  onChange: (draft: CollectionDraft) => void;
}

/** Name and description of a collection. */
export function CollectionForm({ draft, errors, onChange }: Props) {
  const t = useWording('collections');
  return (
    <>
      <Field label={t('Name')} error={errors.name}>
        <Input
          value={draft.name}
          maxLength={80}
          required
          autoFocus
          placeholder={t('Students')}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field
        label={t('Description')}
        note={t('optional')}
        help={t('What belongs here, for those who open it the first time.')}
        error={errors.description}
      >
        <Textarea
          rows={2}
          value={draft.description}
          maxLength={500}
          onChange={(event) => onChange({ ...draft, description: event.target.value })}
        />
      </Field>
    </>
  );
}
