'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { finishClaim } from '@/lib/identity/claim-actions';
import { NewPasswordField } from '@/lib/identity/ui/new-password-field';
import { useWording } from '@/lib/language/wording-provider';
import type { ClaimState } from './claim-state';

/** The last word; a new account gets its name and password with it. */
export function FinishForm({ claim }: { claim: ClaimState }) {
  const t = useWording('auth');
  const { tenant, former, takesPassword } = claim;
  const email = claim.new?.email ?? '';
  const isNew = claim.new?.name === null;
  const [name, setName] = useState(former?.name ?? '');
  const { submit, pending, error, fields } = useSubmit(finishClaim, ({ next }) =>
    window.location.replace(next),
  );
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => {
        const password = typed.get('password');
        submit({
          ...(isNew && { name }),
          ...(password !== null && { password: String(password) }),
        });
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {isNew ? (
        <>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <Field label={t('Your name')} error={fields.name}>
            <Input
              name="name"
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          {takesPassword ? (
            <NewPasswordField
              name="password"
              label={t('Choose a password')}
              error={fields.password}
              personal={[name, email, tenant]}
              factor="none"
            />
          ) : null}
        </>
      ) : null}
      <p className="text-muted text-sm">
        {t(
          'From now on you sign in to {tenant} as {email}. The former account opens nothing there.',
          {
            tenant,
            email,
          },
        )}
      </p>
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {isNew ? t('Create account and bring it over') : t('Bring it over')}
      </Button>
    </Form>
  );
}
