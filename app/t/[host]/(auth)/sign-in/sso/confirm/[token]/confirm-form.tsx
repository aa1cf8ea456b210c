'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { confirmArrival } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../../../../_parts/text-link';

/** Confirms with one click; an account with a second factor is asked for a code as well. */
export function ConfirmForm({ token }: { token: string }) {
  const t = useWording('auth');
  const [code, setCode] = useState('');
  const { submit, pending, error, fields } = useSubmit(confirmArrival, ({ next }) =>
    window.location.replace(next),
  );
  const broken = error ?? fields.token;
  return (
    <Form className="grid gap-4" onSend={() => submit({ token, code: code.trim() })}>
      {broken ? (
        <Banner tone="danger" action={<TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>}>
          {broken}
        </Banner>
      ) : null}
      {fields.code || code ? (
        <Field
          label={t('Code')}
          help={t('Six digits of your authenticator app, or a recovery code.')}
          error={fields.code}
        >
          <Input
            name="code"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
      ) : null}
      <Button type="submit" variant="primary" size="large" wide pending={pending} autoFocus>
        {t('Confirm and sign in')}
      </Button>
    </Form>
  );
}
