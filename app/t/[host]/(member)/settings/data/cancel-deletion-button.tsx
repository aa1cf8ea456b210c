'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { cancelDeletion } from './actions';

/** Keeps the workspace; nothing is lost by it, so nothing is asked. */
export function CancelDeletionButton({ name }: { name: string }) {
  const t = useWording('settings');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const outcome = await cancelDeletion({});
    setBusy(false);
    if (outcome.ok) notify.done(t('{name} stays', { name }));
    else notify.failed(outcome.error.message);
    router.refresh();
  };
  return (
    <Button variant="primary" onClick={run} pending={busy}>
      {t('Keep this workspace')}
    </Button>
  );
}
