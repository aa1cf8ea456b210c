'use client';

import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { useWording } from '@/lib/language/wording-provider';
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
  const t = useWording('collections');
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
            {t('Open collection')}
          </LinkButton>
        ) : null}
        <Button onClick={onRestart}>{t('Import another file')}</Button>
        {touched > 0 && again ? <RevertButton found={found} onChange={onChange} /> : null}
      </div>
    </div>
  );
}

function Ending({ found }: { found: Import }) {
  const t = useWording('collections');
  const { state, revert, rowsAdded, rowsChanged, rowsFailed, file, message } = found;
  const rows = t('{rowsAdded, plural, one {# record} other {# records}}', { rowsAdded });
  if (state === 'reverted' && revert) {
    return (
      <Banner tone={revert.left > 0 ? 'warning' : 'success'} title={t('The import was taken back')}>
        {t('{removed, plural, one {# record} other {# records}} moved to the trash', {
          removed: revert.removed,
        })}
        {revert.restored > 0
          ? t(
              ', {restored, plural, one {# record} other {# records}} with their old values again',
              { restored: revert.restored },
            )
          : ''}
        .
        {revert.left > 0
          ? t(' {left, plural, one {# record} other {# records}} changed since stay as they are.', {
              left: revert.left,
            })
          : ''}
      </Banner>
    );
  }
  if (state === 'done') {
    const changed =
      rowsChanged > 0
        ? t(' and {rowsChanged} changed', { rowsChanged: rowsChanged.toLocaleString('en') })
        : '';
    return (
      <Banner tone="success" title={t('{rows} imported{changed}', { rows, changed })}>
        {rowsFailed > 0
          ? t('{rowsFailed, plural, one {# row} other {# rows}} left out.', { rowsFailed })
          : t('Every row of {name} was read.', { name: file.name })}
      </Banner>
    );
  }
  return (
    <Banner
      tone={state === 'failed' ? 'danger' : 'warning'}
      title={state === 'failed' ? t('The import stopped') : t('The import was stopped')}
    >
      {message ? `${message} ` : ''}
      {t('{rows} had been imported by then and stay until you take them back.', { rows })}
    </Banner>
  );
}
