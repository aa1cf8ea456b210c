'use client';

import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  at: string;
  timeZone: string;
  onChange: (at: string) => void;
}

/** When something takes effect, in the reader's zone; empty for at once. */
export function WhenField({ at, timeZone, onChange }: Props) {
  const t = useWording('userPlans');
  return (
    <Field label={t('From')} help={t('Empty for at once. Time zone: {zone}.', { zone: timeZone })}>
      <DateInput
        kind="datetime-local"
        value={at}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
