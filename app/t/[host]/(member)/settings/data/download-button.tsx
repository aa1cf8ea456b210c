'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { linkExport } from './actions';

/** Fetches an export through a link of its own. */
export function DownloadButton({ id }: { id: string }) {
  const t = useWording('settings');
  const [busy, setBusy] = useState(false);
  const fetchIt = async () => {
    setBusy(true);
    const outcome = await linkExport({ id });
    setBusy(false);
    if (outcome.ok) window.location.assign(outcome.data.url);
    else notify.failed(outcome.error.message);
  };
  return (
    <Button size="small" onClick={fetchIt} pending={busy}>
      {t('Download')}
    </Button>
  );
}
