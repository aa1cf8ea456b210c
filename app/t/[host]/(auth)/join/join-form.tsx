'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { requestJoin } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';

/** Asks for the address; the answer is the same for each. */
export function JoinForm() {
  const t = useWording('auth');
  const [email, setEmail] = useState('');
  const { submit, pending, error, fields, data } = useSubmit(requestJoin);
  if (data) {
    return (
      <Banner tone="success" title={t('Look into your mail')}>
        {t('If {email} can join, a mail is on its way. Its link works once, for 30 minutes.', {
          email,
        })}
      </Banner>
    );
  }
  return (
    <Form className="grid gap-4" onSend={() => submit({ email })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field label={t('Work e-mail')} error={fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="email"
          inputMode="email"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {t('Mail me a link')}
      </Button>
    </Form>
  );
}
