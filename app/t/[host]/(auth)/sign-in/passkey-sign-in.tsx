'use client';

import { Button } from '@/components/ui/button';
import { PasskeyNotice } from '@/lib/identity/ui/passkey-notice';
import { useWording } from '@/lib/language/wording-provider';
import { usePasskeySignIn } from './use-passkey-sign-in';

interface Props {
  next: string;
  /** Whether there is no other way in. */
  alone: boolean;
}

/** The way in by a passkey; stands below the others, which do not move when it comes. */
export function PasskeySignIn({ next, alone }: Props) {
  const t = useWording('auth');
  const { pending, error, refusal, start } = usePasskeySignIn(next);
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
