'use client';

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { ListedImport } from '../../imports/shapes';
import { touchedRows } from '../../imports/touched';
import { api } from '../data/api';
import { RevertButton } from '../imports/revert-button';
import { isWorking } from './import-state';

interface Props {
  found: ListedImport;
  onChange: () => void;
}

/** What can be done about an import, depending on its state. */
export function ImportActs({ found, onChange }: Props) {
  const t = useWording('collections');
  const { id, state, rowsFailed, revert } = found;
  const cancel = async () => {
    const answer = await api('POST', `/imports/${id}/cancel`, {});
    if (!answer.ok) notify.failed(t('It was not stopped'), { description: answer.error.message });
    onChange();
  };
  const ended = !isWorking(found) && state !== 'draft';
  const left = state !== 'reverted' || (revert?.left ?? 0) > 0;
  return (
    <span className="flex flex-wrap justify-end gap-1.5">
      {isWorking(found) && state !== 'reverting' ? (
        <Button size="small" onClick={() => void cancel()}>
          {t('Stop')}
        </Button>
      ) : null}
      {ended && rowsFailed > 0 ? (
        <Button asChild size="small" variant="ghost">
          <a href={`/api/v1/imports/${id}/failures`} download>
            <Download aria-hidden />
            <span className="sr-only sm:not-sr-only">{t('Refused rows')}</span>
          </a>
        </Button>
      ) : null}
      {ended && left && touchedRows(found) > 0 ? (
        <RevertButton small found={found} onChange={onChange} />
      ) : null}
    </span>
  );
}
