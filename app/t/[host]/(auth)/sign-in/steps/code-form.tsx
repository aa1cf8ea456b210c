'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { signInWithCode } from '@/lib/identity/actions';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../../_parts/text-link';
import { useNext } from '../use-next';

/** A code of the authenticator, or a recovery code. */
export function CodeForm({ way }: { way: 'code' | 'recovery_code' }) {
  const t = useWording('auth');
  const next = useNext();
  const { submit, pending, error, fields } = useSubmit(signInWithCode, (done) =>
    window.location.assign(done.next),
  );
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => submit({ code: String(typed.get('code')), next })}
    >
      {error ? (
        <Banner tone="danger" action={<TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>}>
          {error}
        </Banner>
      ) : null}
      {way === 'recovery_code' ? (
        <Field label={t('Recovery code')} help={t('It works once.')} error={fields.code}>
          <Input name="code" autoComplete="off" spellCheck={false} autoFocus />
        </Field>
      ) : (
        <Field label={t('Six digits of your authenticator app')} error={fields.code}>
          <Input name="code" autoComplete="one-time-code" inputMode="numeric" autoFocus />
        </Field>
      )}
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {t('Sign in')}
      </Button>
    </Form>
  );
}
