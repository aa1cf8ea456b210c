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

export function PasswordForm({ email }: { email: string }) {
  const [changes, setChanges] = useState(0);
  const { submit, pending, error, fields } = useSubmit(changePassword, () => {
    setChanges((was) => was + 1);
    notify.done('Password changed', { description: 'Every other device was signed out.' });
  });
  return (
    <FormSection
      title="Password"
      description="Changing it signs you out on every device but this one."
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
        <Field label="Present password" error={fields.currentPassword}>
          <Input name="currentPassword" type="password" autoComplete="current-password" />
        </Field>
        <Field label="New password" help="At least 12 characters." error={fields.newPassword}>
          <Input name="newPassword" type="password" autoComplete="new-password" />
        </Field>
        <div>
          <Button type="submit" pending={pending}>
            Change password
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}
