'use client';

import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { beginPasskeyProof, proveByPasskey } from '../passkeys/actions';
import { sign } from './passkey-device';
import { PasskeyNotice } from './passkey-notice';
import { usePasskey } from './use-passkey';

/** Proves anew who is signed in, by one of their passkeys. */
export function PasskeyProof({ onProved }: { onProved: () => void }) {
  const t = useWording('shared');
  const { pending, error, refusal, start } = usePasskey({
    begin: () => beginPasskeyProof({}),
    device: sign,
    finish: (assertion) => proveByPasskey({ assertion }),
    onDone: onProved,
  });
  return (
    <div className="grid gap-4">
      <PasskeyNotice error={error} refusal={refusal} />
      <Button variant="primary" wide pending={pending} onClick={start}>
        {t('Use a passkey')}
      </Button>
    </div>
  );
}
