'use client';

import { Button } from '@/components/ui/button';
import { beginPasskeyStep, signInWithPasskey } from '@/lib/identity/passkeys/actions';
import { sign } from '@/lib/identity/ui/passkey-device';
import { PasskeyNotice } from '@/lib/identity/ui/passkey-notice';
import { usePasskey } from '@/lib/identity/ui/use-passkey';
import { useWording } from '@/lib/language/wording-provider';
import { useNext } from '../use-next';

/** A passkey as the second proof. */
export function PasskeyStep() {
  const t = useWording('auth');
  const next = useNext();
  const { pending, error, refusal, start } = usePasskey({
    begin: beginPasskeyStep,
    device: sign,
    finish: (assertion) => signInWithPasskey({ assertion, way: 'step', next }),
    onDone: (done) => window.location.assign(done.next),
  });
  return (
    <>
      <PasskeyNotice error={error} refusal={refusal} />
      <Button variant="primary" size="large" wide pending={pending} onClick={start} autoFocus>
        {t('Use a passkey')}
      </Button>
    </>
  );
}
