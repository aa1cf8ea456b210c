'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { changePassword } from '@/lib/identity/actions';
import { NewPasswordField } from '@/lib/identity/ui/new-password-field';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  email: string;
  /** What counts against a new password. */
  personal: string[];
  /** Whether an authenticator is set up. */
  hasFactor: boolean;
}

export function PasswordForm({ email, personal, hasFactor }: Props) {
  const t = useWording('member');
  const [changes, setChanges] = useState(0);
  const { submit, pending, error, fields } = useSubmit(changePassword, () => {
    setChanges((was) => was + 1);
    notify.done(t('Password changed'), { description: t('Every other device was signed out.') });
  });
  return (
    <FormSection
      title={t('Password')}
      description={t('Changing it signs you out on every device but this one.')}
    >
      <Form
        key={changes}
        className="grid gap-5"
        onSend={(typed) =>
          submit({
            currentPassword: String(typed.get('currentPassword')),
            newPassword: String(typed.get('newPassword')),
          })
        }
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field label={t('Present password')} error={fields.currentPassword}>
          <Input name="currentPassword" type="password" autoComplete="current-password" />
        </Field>
        <NewPasswordField
          name="newPassword"
          label={t('New password')}
          error={fields.newPassword}
          personal={personal}
          factor={hasFactor ? 'set_up' : 'none'}
        />
        <div>
          <Button type="submit" pending={pending}>
            {t('Change password')}
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}
