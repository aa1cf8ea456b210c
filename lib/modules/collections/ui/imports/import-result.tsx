'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { notify } from '@/components/ui/notify';
import { formatCount } from '@/lib/format';
import type { Import } from '../../imports/shapes';
import { api } from '../data/api';
import { FailedRows } from './failed-rows';

/** How an import ended, and the way back. */
export function ImportResult({ found, onRestart }: { found: Import; onRestart: () => void }) {
  const [reverted, setReverted] = useState(false);
  const [busy, setBusy] = useState(false);
  const revert = async () => {
    setBusy(true);
    const answer = await api<{ removed: number }>('POST', `/imports/${found.id}/revert`, {});
    setBusy(false);
    if (!answer.ok) {
      notify.failed('The import was not taken back', { description: answer.error.message });
      return;
    }
    setReverted(true);
    notify.done(`${formatCount(answer.data.removed, 'record')} moved to the trash`);
  };
  const rows = formatCount(found.rowsDone, 'record');
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {found.state === 'done' ? (
        <Banner tone="success" title={`${rows} imported`}>
          {found.rowsFailed > 0
            ? `${formatCount(found.rowsFailed, 'row')} left out.`
            : `Every row of ${found.file.name} is in.`}
        </Banner>
      ) : (
        <Banner
          tone={found.state === 'failed' ? 'danger' : 'warning'}
          title={found.state === 'failed' ? 'The import stopped' : 'The import was stopped'}
        >
          {found.message ? `${found.message} ` : ''}
          {rows} had been imported by then and stay until you take them back.
        </Banner>
      )}
      <FailedRows found={found} />
      <div className="flex flex-wrap gap-2">
        {found.collectionId ? (
          <LinkButton variant="primary" href={`/collections/${found.collectionId}`}>
            Open collection
          </LinkButton>
        ) : null}
        <Button onClick={onRestart}>Import another file</Button>
        {found.rowsDone > 0 && !reverted ? (
          <Button variant="danger-quiet" pending={busy} onClick={() => void revert()}>
            Take this import back
          </Button>
        ) : null}
      </div>
    </div>
  );
}
