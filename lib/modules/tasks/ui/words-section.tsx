'use client';

import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useWording } from '@/lib/language/wording-provider';
import type { Draft } from './task-draft';

export interface SectionProps {
  draft: Draft;
  fields: Record<string, string>;
  onChange: (part: Partial<Draft>) => void;
}

/** What is to be done. */
export function WordsSection({ draft, fields, onChange }: SectionProps) {
  const t = useWording('tasks');
  return (
    <FormSection title={t('What is to be done')}>
      <Field label={t('Title')} error={fields.title}>
        <Input
          required
          maxLength={200}
          value={draft.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <Field label={t('Instructions')} note={t('optional')} error={fields.instructions}>
        <Textarea
          rows={6}
          maxLength={20_000}
          value={draft.instructions}
          onChange={(event) => onChange({ instructions: event.target.value })}
        />
      </Field>
    </FormSection>
  );
}
