'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { withdrawTier } from './actions';

/** Takes a request back that nobody has decided yet. */
export function WithdrawTierButton() {
  const t = useWording('settings');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const outcome = await withdrawTier({});
    setBusy(false);
    if (outcome.ok) notify.done(t('Request withdrawn'));
    else notify.failed(outcome.error.message);
    router.refresh();
  };
  return (
    <Button size="small" onClick={run} pending={busy}>
      {t('Withdraw')}
    </Button>
  );
}
