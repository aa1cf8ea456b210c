'use client';

import { Button } from '@/components/ui/button';
import { beginClaimPasskey, claimWithPasskey } from '@/lib/identity/claim-actions';
import { sign } from '@/lib/identity/ui/passkey-device';
import { PasskeyNotice } from '@/lib/identity/ui/passkey-notice';
import { usePasskey } from '@/lib/identity/ui/use-passkey';
import { useWording } from '@/lib/language/wording-provider';

interface Props {
  /** Whether nothing else proves the account here. */
  alone: boolean;
  onProved: () => void;
}

/** Proves the former account by a passkey that was made for this workspace. */
export function PasskeyButton({ alone, onProved }: Props) {
  const t = useWording('auth');
  const { pending, error, refusal, start } = usePasskey({
    begin: beginClaimPasskey,
    device: sign,
    finish: (assertion) => claimWithPasskey({ assertion }),
    onDone: onProved,
  });
  return (
    <>
      <PasskeyNotice error={error} refusal={refusal} />
      <Button
        size="large"
        wide
        variant={alone ? 'primary' : 'secondary'}
        pending={pending}
        onClick={start}
      >
        {t('Use a passkey')}
      </Button>
    </>
  );
}
