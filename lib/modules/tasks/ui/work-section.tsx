'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';
import type { SectionProps } from './words-section';

/** What is handed in, and whether somebody looks at it. */
export function WorkSection({ draft, onChange }: SectionProps) {
  const t = useWording('tasks');
  return (
    <FormSection
      title={t('What is handed in')}
      description={t('With neither, people mark the task as done.')}
    >
      <Choice label={t('Text')}>
        <Checkbox
          checked={draft.takesText}
          onCheckedChange={(on) => onChange({ takesText: on === true })}
        />
      </Choice>
      <Choice label={t('Files')} help={t('Up to 20, each up to 10 MB.')}>
        <Checkbox
          checked={draft.takesFiles}
          onCheckedChange={(on) => onChange({ takesFiles: on === true })}
        />
      </Choice>
      <Choice
        label={t('Somebody reviews it')}
        help={t('They accept it, or return it with a word on what to do better.')}
      >
        <Checkbox
          checked={draft.reviewed}
          onCheckedChange={(on) => onChange({ reviewed: on === true })}
        />
      </Choice>
    </FormSection>
  );
}
