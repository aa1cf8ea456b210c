'use client';

import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { useWording } from '@/lib/language/wording-provider';

/** When something takes effect, in UTC; empty for at once. */
export function WhenField({ at, onChange }: { at: string; onChange: (at: string) => void }) {
  const t = useWording('plans');
  return (
    <Field label={t('From, UTC')} help={t('Empty for at once.')}>
      <DateInput
        kind="datetime-local"
        value={at}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
