'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { claimWithPassword, requestClaimLink } from '@/lib/identity/claim-actions';
import { useWording } from '@/lib/language/wording-provider';
import type { ClaimState } from './claim-state';
import { CodeField } from './code-field';
import { PasskeyButton } from './passkey-button';

interface Props {
  side: 'former' | 'new';
  claim: ClaimState;
}

/** Proves the account of one side: by its password, by a passkey, or by a link to its address. */
export function ProveForm({ side, claim: { takesPassword, takesLink, takesPasskey } }: Props) {
  const t = useWording('auth');
  const router = useRouter();
  const [email, setEmail] = useState('');
  const proving = useSubmit(claimWithPassword, () => router.refresh());
  const linking = useSubmit(requestClaimLink);
  const error = proving.error ?? linking.error;
  if (linking.data) return <LinkSent email={email} />;
  return (
    <Form
      className="grid gap-4"
      onSend={(typed) => {
        if (!takesPassword || typed.get('way') === 'link') return linking.submit({ side, email });
        const code = String(typed.get('code') ?? '');
        const password = String(typed.get('password'));
        proving.submit({ side, email, password, ...(code && { code }) });
      }}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field label={t('E-mail')} error={proving.fields.email ?? linking.fields.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      {takesPassword ? (
        <>
          <Field label={t('Password')} error={proving.fields.password}>
            <Input name="password" type="password" autoComplete="current-password" />
          </Field>
          <CodeField error={proving.fields.code} />
          <Button type="submit" variant="primary" size="large" wide pending={proving.pending}>
            {t('Go on')}
          </Button>
        </>
      ) : null}
      {takesLink ? (
        <Button
          size="large"
          wide
          type="submit"
          name="way"
          value="link"
          variant={takesPassword ? 'secondary' : 'primary'}
          pending={linking.pending}
        >
          {side === 'new'
            ? t('E-mail me a link, or I have no account yet')
            : t('E-mail me a link instead')}
        </Button>
      ) : null}
      {takesPasskey && side === 'former' ? (
        <PasskeyButton alone={!takesPassword && !takesLink} onProved={() => router.refresh()} />
      ) : null}
    </Form>
  );
}

function LinkSent({ email }: { email: string }) {
  const t = useWording('auth');
  return (
    <Banner tone="success" title={t('Look into your mail')}>
      {t(
        'If {email} can go on, a link is on its way. Open it in this browser; it works once, for half an hour.',
        { email },
      )}
    </Banner>
  );
}
