'use client';

import { Button } from '@/components/ui/button';
import { beginPasskeySetUp, signInWithNewPasskey } from '@/lib/identity/passkeys/actions';
import { deviceName } from '@/lib/identity/ui/device-name';
import { make } from '@/lib/identity/ui/passkey-device';
import { PasskeyNotice } from '@/lib/identity/ui/passkey-notice';
import { usePasskey } from '@/lib/identity/ui/use-passkey';
import { useSupportsPasskeys } from '@/lib/identity/ui/use-supports-passkeys';
import { useWording } from '@/lib/language/wording-provider';
import { useNext } from '../use-next';

interface Props {
  onMade: (made: { codes: string[]; next: string }) => void;
}

/** A passkey as the second factor that this workspace asks for; nothing where the browser knows none. */
export function NewPasskeyStep({ onMade }: Props) {
  const t = useWording('auth');
  const next = useNext();
  const supported = useSupportsPasskeys();
  const { pending, error, refusal, start } = usePasskey({
    begin: beginPasskeySetUp,
    device: make,
    finish: (attestation) =>
      signInWithNewPasskey({ name: t.said(deviceName(navigator.userAgent)), attestation, next }),
    onDone: (done) => onMade({ codes: done.recoveryCodes, next: done.next }),
  });
  if (supported === false) return null;
  return (
    <div className="grid gap-2">
      <PasskeyNotice error={error} refusal={refusal} />
      <Button variant="primary" size="large" wide pending={pending} onClick={start}>
        {t('Set up a passkey')}
      </Button>
      <p className="text-muted text-sm">
        {t(
          'Your device asks for your fingerprint, your face or its PIN. Set none up on a device of others.',
        )}
      </p>
    </div>
  );
}
