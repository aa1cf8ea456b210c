'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';
import type { Import } from '../../imports/shapes';
import { api } from '../data/api';
import { FailedRows } from './failed-rows';
import { Tally } from './tally';

interface Props {
  found: Import;
  onBack: () => void;
  onStarted: (now: Import) => void;
}

/** What the import would do, row by row, before it does it. */
export function CheckResult({ found, onBack, onStarted }: Props) {
  const t = useWording('collections');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const { rowsAdded, rowsChanged, rowsTotal, rowsFailed } = found;
  const good = rowsTotal - rowsFailed;
  const start = async () => {
    setBusy(true);
    const answer = await api<Import>('POST', `/imports/${found.id}/start`, {});
    setBusy(false);
    if (answer.ok) onStarted(answer.data);
    else setError(answer.error.message);
  };
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {error ? <Banner tone="danger">{error}</Banner> : null}
      {rowsTotal === 0 ? (
        <Banner tone="warning" title={t('The file has no rows')}>
          {t(
            'It names its columns and nothing follows. Go back and choose another file, or untick that the first row names the columns.',
          )}
        </Banner>
      ) : rowsFailed === 0 ? (
        <Banner tone="success">
          {rowsTotal === 1
            ? t('The one row can be imported.')
            : t('All {number} rows can be imported.', { number: number(rowsTotal) })}
        </Banner>
      ) : (
        <Banner
          tone="warning"
          title={t(
            '{number} of {rowsTotal, plural, one {# row} other {# rows}} cannot be imported',
            { number: number(rowsFailed), rowsTotal },
          )}
        >
          {t('Import the others now and mend these later, or go back and change the columns.')}
        </Banner>
      )}
      <Tally found={found} />
      <FailedRows found={found} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          pending={busy}
          disabled={rowsAdded + rowsChanged === 0}
          onClick={() => void start()}
        >
          {t('Import {good, plural, one {# row} other {# rows}}', { good })}
        </Button>
        <Button onClick={onBack} disabled={busy}>
          {t('Back to columns')}
        </Button>
      </div>
    </div>
  );
}

const number = (value: number) => value.toLocaleString('en');
