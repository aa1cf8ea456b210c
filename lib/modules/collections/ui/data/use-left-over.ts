'use client';

import { useEffect } from 'react';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { line } from './line';
import type { RecordEdits } from './record-edits';

/** Sends what an earlier page of this tab could not, and says at leaving what is still unsaved. */
export function useLeftOver(edits: RecordEdits, collectionId: string, userId: string) {
  const t = useWording('collections');
  useEffect(() => {
    const values = line.leftOver(userId, collectionId);
    if (values.length > 0) {
      void edits.resume(values).then(({ refused }) => {
        const [why] = Object.values(refused);
        if (why !== undefined)
          notify.failed(t('An earlier change was not kept'), { description: why });
      });
    }
    return () => {
      const { unsaved } = line.snapshot();
      if (unsaved === 0) return;
      notify.warn(
        t('{unsaved, plural, one {# change} other {# changes}} not saved yet', { unsaved }),
        {
          description: t('They are kept in this tab and sent when the server can be reached.'),
        },
      );
    };
  }, [edits, collectionId, userId, t]);
}
