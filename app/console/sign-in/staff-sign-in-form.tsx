'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { enterConsole } from './actions';

export function StaffSignInForm() {
  const t = useWording('console');
  const { pending, error, fields, submit } = useSubmit(enterConsole, () =>
    window.location.assign('/'),
  );
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) =>
        submit({ email: String(typed.get('email')), password: String(typed.get('password')) })
      }
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field label={t('E-mail')} error={fields.email}>
        <Input name="email" type="email" autoComplete="username" inputMode="email" autoFocus />
      </Field>
      <Field label={t('Password')} error={fields.password}>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {t('Sign in')}
      </Button>
    </Form>
  );
}
