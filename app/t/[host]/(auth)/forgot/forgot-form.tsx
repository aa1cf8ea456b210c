'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { requestReset } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';

export function ForgotForm() {
  const t = useWording('auth');
  const [email, setEmail] = useState('');
  const { submit, pending, error, fields, data } = useSubmit(requestReset);
  if (data) {
    return (
      <Banner tone="success" title={t('Look into your mail')}>
        {t('If {email} belongs to a member, a link is on its way. It works once, for 15 minutes.', {
          email,
        })}
      </Banner>
    );
  }
  return (
    <Form className="grid gap-4" onSend={() => submit({ email })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field label={t('E-mail')} error={fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
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
