'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';

/** Asked for once it turns out that the account has a second factor, and stays from then on. */
export function CodeField({ error }: { error: string | undefined }) {
  const t = useWording('auth');
  const [asked, setAsked] = useState(false);
  if (error && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <Field
      label={t('Second factor')}
      help={t('Six digits of your authenticator app, or a recovery code.')}
      error={error}
    >
      <Input name="code" autoComplete="one-time-code" spellCheck={false} autoFocus />
    </Field>
  );
}
