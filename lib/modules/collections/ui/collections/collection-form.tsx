'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

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
  return (
    <>
      <Field label="Name" error={errors.name}>
        <Input
          value={draft.name}
          maxLength={80}
          required
          autoFocus
          placeholder="Students"
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field
        label="Description"
        note="optional"
        help="What belongs here, for those who open it the first time."
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
