'use client';

import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { useWording } from '@/lib/language/wording-provider';
import { type TargetOption, TargetPicker } from './target-picker';
import type { SectionProps } from './words-section';

interface Props extends SectionProps {
  options: readonly TargetOption[];
  timeZone: string;
}

/** Who is to do it, and until when. */
export function TargetSection({ draft, fields, onChange, options, timeZone }: Props) {
  const t = useWording('tasks');
  return (
    <FormSection
      title={t('Who and when')}
      description={t('Whoever joins a team or gets a role later gets its tasks as well.')}
    >
      <Field label={t('For')} error={fields.targets}>
        <TargetPicker
          targets={draft.targets}
          options={options}
          onChange={(targets) => onChange({ targets })}
        />
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field label={t('Due on')} note={t('optional')} error={fields.dueAt}>
          <DateInput
            value={draft.day}
            onChange={(event) => onChange({ day: event.target.value })}
          />
        </Field>
        <Field label={t('Time')} help={t('In {zone}', { zone: timeZone })}>
          <DateInput
            kind="time"
            disabled={!draft.day}
            value={draft.time}
            onChange={(event) => onChange({ time: event.target.value })}
          />
        </Field>
      </div>
    </FormSection>
  );
}
