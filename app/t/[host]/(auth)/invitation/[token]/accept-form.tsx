'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { acceptInvitation } from '@/lib/identity/actions';
import { TextLink } from '../../_parts/text-link';

interface Props {
  token: string;
  email: string;
  hasAccount: boolean;
}

/** A newcomer chooses name and password; whoever has an account proves it. */
export function AcceptForm({ token, email, hasAccount }: Props) {
  const { submit, pending, error, fields } = useSubmit(acceptInvitation, ({ next }) =>
    window.location.replace(next),
  );
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => {
        const name = String(typed.get('name') ?? '');
        const password = String(typed.get('password'));
        submit({ token, password, ...(!hasAccount && { name }) });
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {hasAccount ? null : (
        <Field label="Your name" error={fields.name}>
          <Input name="name" autoComplete="name" autoFocus />
        </Field>
      )}
      <Field
        label={hasAccount ? 'Your password' : 'Choose a password'}
        help={hasAccount ? 'You have an account already.' : 'At least 12 characters.'}
        error={fields.password}
      >
        <Input
          name="password"
          type="password"
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          autoFocus={hasAccount}
        />
      </Field>
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {hasAccount ? 'Join' : 'Create account and join'}
      </Button>
      {hasAccount ? (
        <p className="text-sm">
          <TextLink href="/forgot">Forgot your password?</TextLink>
        </p>
      ) : null}
    </Form>
  );
}
