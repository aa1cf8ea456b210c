'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  value: string;
  onChange: (reason: string) => void;
  error?: string | undefined;
  placeholder: string;
}

/** Why; it is kept with the change in the audit trail. */
export function ReasonField({ value, onChange, error, placeholder }: Props) {
  const t = useWording('settings');
  return (
    <Field label={t('Reason')} help={t('Kept with this change in the audit trail.')} error={error}>
      <Input
        value={value}
        maxLength={300}
        autoComplete="off"
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
