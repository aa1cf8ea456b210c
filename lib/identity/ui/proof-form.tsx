'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LinkButton } from '@/components/ui/link-button';
import { useWording } from '@/lib/language/wording-provider';
import { proveAgain } from '../actions';
import { PasskeyProof } from './passkey-proof';
import { ProviderProof } from './provider-proof';
import { useSupportsPasskeys } from './use-supports-passkeys';

export interface ProofWays {
  /** What can be typed; null for nothing. */
  way: 'code' | 'recovery_code' | 'password' | null;
  /** Whether a passkey of theirs works here. */
  passkey: boolean;
  /** Name of the identity provider that let them in. */
  provider: string | null;
}

/** With nothing to prove it with, somebody comes in anew. */
export function ProofForm({ ways, onProved }: { ways: ProofWays; onProved: () => void }) {
  const t = useWording('shared');
  const supported = useSupportsPasskeys();
  const byPasskey = ways.passkey && supported === true;
  if (!ways.way && !byPasskey && ways.provider) {
    return <ProviderProof label={ways.provider} onProved={onProved} />;
  }
  if (!ways.way && !byPasskey) {
    return (
      <div className="grid gap-4 pb-2">
        <p>
          {t(
            'You have nothing here that could be asked for. Sign out, then in again, and this is open for 15 minutes.',
          )}
        </p>
        <LinkButton href="/account">{t('Your account')}</LinkButton>
      </div>
    );
  }
  return (
    <div className="grid gap-4 pb-2">
      {byPasskey ? <PasskeyProof onProved={onProved} /> : null}
      {ways.way ? <TypedProof way={ways.way} first={!byPasskey} onProved={onProved} /> : null}
    </div>
  );
}

interface Typed {
  way: NonNullable<ProofWays['way']>;
  /** Whether nothing stands above it. */
  first: boolean;
  onProved: () => void;
}

function TypedProof({ way, first, onProved }: Typed) {
  const t = useWording('shared');
  const { submit, pending, error, fields } = useSubmit(proveAgain, onProved);
  return (
    <Form className="grid gap-4" onSend={(typed) => submit({ proof: String(typed.get('proof')) })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {way === 'password' ? (
        <Field label={t('Your password')} error={fields.proof}>
          <Input name="proof" type="password" autoComplete="current-password" autoFocus={first} />
        </Field>
      ) : (
        <Field
          label={way === 'code' ? t('Code') : t('Recovery code')}
          help={
            way === 'code'
              ? t('Six digits of your authenticator app, or a recovery code.')
              : t('It works once.')
          }
          error={fields.proof}
        >
          <Input name="proof" autoComplete="one-time-code" autoFocus={first} />
        </Field>
      )}
      <Button type="submit" variant={first ? 'primary' : 'secondary'} wide pending={pending}>
        {t('Confirm')}
      </Button>
    </Form>
  );
}
