'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { acceptInvitation } from '@/lib/identity/actions';
import { NewPasswordField } from '@/lib/identity/ui/new-password-field';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from './text-link';

interface Props {
  /** What the link is for. */
  accept: typeof acceptInvitation;
  token: string;
  email: string;
  /** What somebody else calls a newcomer; empty where nobody does. */
  called: string;
  /** Name of the workspace. */
  tenant: string;
  hasAccount: boolean;
  /** Whether a new account chooses a password. */
  takesPassword: boolean;
}

/** A newcomer chooses name and password; whoever has an account proves it. */
export function IntroduceForm(props: Props) {
  const { accept, token, email, called, tenant, hasAccount, takesPassword } = props;
  const t = useWording('auth');
  const [name, setName] = useState(called);
  const { submit, pending, error, fields } = useSubmit(accept, ({ next }) =>
    window.location.replace(next),
  );
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => {
        const password = typed.get('password');
        submit({
          token,
          ...(password !== null && { password: String(password) }),
          ...(!hasAccount && { name }),
        });
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      {hasAccount ? null : (
        <Field label={t('Your name')} error={fields.name}>
          <Input
            name="name"
            autoComplete="name"
            autoFocus={called === ''}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      )}
      {hasAccount ? (
        <Field
          label={t('Your password')}
          help={t('You have an account already.')}
          error={fields.password}
        >
          <Input name="password" type="password" autoComplete="current-password" autoFocus />
        </Field>
      ) : takesPassword ? (
        <NewPasswordField
          name="password"
          label={t('Choose a password')}
          error={fields.password}
          personal={[name, email, tenant]}
          factor="none"
        />
      ) : null}
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {hasAccount ? t('Join') : t('Create account and join')}
      </Button>
      {hasAccount ? (
        <p className="text-sm">
          <TextLink href="/forgot">{t('Forgot your password?')}</TextLink>
        </p>
      ) : null}
    </Form>
  );
}
