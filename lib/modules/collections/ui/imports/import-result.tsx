'use client';

import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { formatCount } from '@/lib/format';
import type { Import } from '../../imports/shapes';
import { touchedRows } from '../../imports/touched';
import { FailedRows } from './failed-rows';
import { RevertButton } from './revert-button';
import { Tally } from './tally';

interface Props {
  found: Import;
  onChange: (now: Import) => void;
  onRestart: () => void;
}

/** How an import ended, and the way back. */
export function ImportResult({ found, onChange, onRestart }: Props) {
  const touched = touchedRows(found);
  const again = found.state !== 'reverted' || (found.revert?.left ?? 0) > 0;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Ending found={found} />
      <Tally found={found} />
      <FailedRows found={found} />
      <div className="flex flex-wrap gap-2">
        {found.collectionId ? (
          <LinkButton variant="primary" href={`/collections/${found.collectionId}`}>
            Open collection
          </LinkButton>
        ) : null}
        <Button onClick={onRestart}>Import another file</Button>
        {touched > 0 && again ? <RevertButton found={found} onChange={onChange} /> : null}
      </div>
    </div>
  );
}

function Ending({ found }: { found: Import }) {
  const { state, revert, rowsAdded, rowsChanged, rowsFailed, file, message } = found;
  const rows = formatCount(rowsAdded, 'record');
  if (state === 'reverted' && revert) {
    return (
      <Banner tone={revert.left > 0 ? 'warning' : 'success'} title="The import was taken back">
        {formatCount(revert.removed, 'record')} moved to the trash
        {revert.restored > 0
          ? `, ${formatCount(revert.restored, 'record')} with their old values again`
          : ''}
        .
        {revert.left > 0
          ? ` ${formatCount(revert.left, 'record')} changed since stay as they are.`
          : ''}
      </Banner>
    );
  }
  if (state === 'done') {
    const changed = rowsChanged > 0 ? ` and ${rowsChanged.toLocaleString('en')} changed` : '';
    return (
      <Banner tone="success" title={`${rows} imported${changed}`}>
        {rowsFailed > 0
          ? `${formatCount(rowsFailed, 'row')} left out.`
          : `Every row of ${file.name} was read.`}
      </Banner>
    );
  }
  return (
    <Banner
      tone={state === 'failed' ? 'danger' : 'warning'}
      title={state === 'failed' ? 'The import stopped' : 'The import was stopped'}
    >
      {message ? `${message} ` : ''}
      {rows} had been imported by then and stay until you take them back.
    </Banner>
  );
}
