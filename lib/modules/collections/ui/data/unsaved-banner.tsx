'use client';

import { useSyncExternalStore } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import { line } from './line';

const none = { unsaved: 0 };

/** What waits for the server, while anything does. */
export function UnsavedBanner() {
  const t = useWording('collections');
  const { unsaved } = useSyncExternalStore(line.subscribe, line.snapshot, () => none);
  if (unsaved === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t('{unsaved, plural, one {# change} other {# changes}} not saved yet', { unsaved })}
      action={
        <Button size="small" onClick={line.retry}>
          {t('Try now')}
        </Button>
      }
    >
      {t(
        'The server cannot be reached. What you change is kept here and sent as soon as it answers.',
      )}
    </Banner>
  );
}
