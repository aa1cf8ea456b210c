'use client';

import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { beginSetUp, confirmSetUp } from '@/lib/identity/actions';
import { AuthenticatorSetUp } from '@/lib/identity/ui/authenticator-set-up';
import { useWording } from '@/lib/language/wording-provider';
import { TextLink } from '../../_parts/text-link';
import { useNext } from '../use-next';
import { NewPasskeyStep } from './new-passkey-step';

interface Props {
  /** Whether passkeys work at this address. */
  takesPasskeys: boolean;
  onMade: (made: { codes: string[]; next: string }) => void;
}

/** Sets up the second factor that this workspace asks for, then lets in. */
export function SetUpForm({ takesPasskeys, onMade }: Props) {
  const t = useWording('auth');
  const next = useNext();
  const beginning = useSubmit(beginSetUp);
  const confirming = useSubmit(confirmSetUp, (done) =>
    onMade({ codes: done.recoveryCodes, next: done.next }),
  );
  const error = beginning.error ?? confirming.error;
  return (
    <div className="grid gap-4">
      {error ? (
        <Banner tone="danger" action={<TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>}>
          {error}
        </Banner>
      ) : null}
      {takesPasskeys && !beginning.data ? <NewPasskeyStep onMade={onMade} /> : null}
      {beginning.data ? (
        <AuthenticatorSetUp
          begun={beginning.data}
          pending={confirming.pending}
          error={confirming.fields.code}
          onCode={(code) => confirming.submit({ code, next })}
        />
      ) : (
        <Form onSend={() => beginning.submit(undefined)}>
          <Button type="submit" size="large" wide pending={beginning.pending}>
            {t('Set up an authenticator app')}
          </Button>
        </Form>
      )}
    </div>
  );
}
