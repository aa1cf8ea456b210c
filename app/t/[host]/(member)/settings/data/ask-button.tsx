'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { exportEverything, takeBackup } from './actions';

const acts = {
  backup: { label: 'Take a backup', ask: takeBackup, said: 'Backup asked for' },
  export: { label: 'Export everything', ask: exportEverything, said: 'Export asked for' },
} as const;

/** Asks for work that goes on by itself. */
export function AskButton({ act }: { act: keyof typeof acts }) {
  const t = useWording('settings');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const { label, ask, said } = acts[act];
  const run = async () => {
    setBusy(true);
    const outcome = await ask({});
    setBusy(false);
    if (outcome.ok) notify.done(t(said));
    else notify.failed(outcome.error.message);
    router.refresh();
  };
  return (
    <Button onClick={run} pending={busy}>
      {t(label)}
    </Button>
  );
}
