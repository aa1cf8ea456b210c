'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { requestLink, signInWithPassword } from '@/lib/identity/actions';
import { safePath } from '@/lib/identity/paths';
import { useSupportsPasskeys } from '@/lib/identity/ui/use-supports-passkeys';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../_parts/text-link';
import { PasskeySignIn } from './passkey-sign-in';
import { useHere } from './use-here';
import { useQuery } from './use-next';

const notices: Record<string, Plain<'auth'>> = {
  link: 'That link was used already or is too old. Sign in here, or ask for a new one.',
  method:
    'This workspace wants another way of signing in than the one you came with. Sign in here.',
  'new-password': 'Your password is changed. Sign in with the new one.',
};

/** Password first, a mailed link as the other way; each where it is open. */
export function SignInForm() {
  const t = useWording('auth');
  const query = useQuery();
  const next = safePath(query.get('next'));
  const { methods } = useHere(next);
  const takes = (method: string) => methods?.includes(method) ?? true;
  const supported = useSupportsPasskeys();
  const byPasskey = supported === true && methods !== null && takes('passkey');
  const byMail = takes('password') || takes('magic_link');
  const [email, setEmail] = useState('');
  const entering = useSubmit(signInWithPassword, (done) => window.location.assign(done.next));
  const linking = useSubmit(requestLink);
  const notice = notices[query.get('notice') ?? ''];
  const error = entering.error ?? linking.error;
  if (linking.data) return <LinkSent email={email} />;
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => {
        if (typed.get('way') === 'link' || !takes('password'))
          linking.submit({ email, returnPath: next });
        else entering.submit({ email, password: String(typed.get('password')), next });
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {notice && !error ? <Banner>{t(notice)}</Banner> : null}
      {byMail ? (
        <Field label={t('E-mail')} error={entering.fields.email ?? linking.fields.email}>
          <Input
            name="email"
            type="email"
            autoComplete="username webauthn"
            inputMode="email"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
      ) : null}
      {takes('password') ? (
        <>
          <Field label={t('Password')} error={entering.fields.password}>
            <Input name="password" type="password" autoComplete="current-password" />
          </Field>
          <Button type="submit" variant="primary" size="large" wide pending={entering.pending}>
            {t('Sign in')}
          </Button>
        </>
      ) : null}
      {takes('magic_link') ? (
        <Button
          size="large"
          wide
          type="submit"
          name="way"
          value="link"
          variant={takes('password') ? 'secondary' : 'primary'}
          pending={linking.pending}
        >
          {takes('password') ? t('E-mail me a link instead') : t('E-mail me a link')}
        </Button>
      ) : null}
      {byPasskey ? <PasskeySignIn next={next} alone={!byMail} /> : null}
      {takes('password') ? (
        <p className="text-center text-sm">
          <TextLink href="/forgot">{t('Forgot your password?')}</TextLink>
        </p>
      ) : (
        <p className="text-center text-muted text-sm">
          {t('Passwords are switched off here. If no other way opens it to you, ask an admin.')}
        </p>
      )}
    </Form>
  );
}

const LinkSent = ({ email }: { email: string }) => {
  const t = useWording('auth');
  return (
    <Banner tone="success" title={t('Look into your mail')}>
      {t(
        'If {email} belongs to a member, a link to sign in is on its way. It works once, for 15 minutes.',
        { email },
      )}
    </Banner>
  );
};
