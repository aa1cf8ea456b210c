'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { resetPassword } from '@/lib/identity/actions';
import { NewPasswordField } from '@/lib/identity/ui/new-password-field';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../../_parts/text-link';

export function ResetForm({ token }: { token: string }) {
  const t = useWording('auth');
  const { submit, pending, error, fields } = useSubmit(resetPassword, () =>
    window.location.assign('/sign-in?notice=new-password'),
  );
  const broken = error ?? fields.token;
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => submit({ token, password: String(typed.get('password')) })}
    >
      {broken ? (
        <Banner
          tone="danger"
          action={<TextLink href="/forgot">{t('Ask for a new link')}</TextLink>}
        >
          {broken}
        </Banner>
      ) : null}
      <NewPasswordField
        name="password"
        label={t('New password')}
        error={fields.password}
        personal={[]}
        factor="unknown"
        autoFocus
      />
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {t('Save password')}
      </Button>
    </Form>
  );
}
