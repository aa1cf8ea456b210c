'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { enterConsole } from './actions';

export function StaffSignInForm() {
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
      <Field label="E-mail" error={fields.email}>
        <Input name="email" type="email" autoComplete="username" inputMode="email" autoFocus />
      </Field>
      <Field label="Password" error={fields.password}>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        Sign in
      </Button>
    </Form>
  );
}
