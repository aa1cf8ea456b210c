'use client';

import { History } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { Reader } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import type { RecordEdits } from '../data/record-edits';
import { HistoryItem } from './history-item';
import { useHistory } from './use-history';
import { useRestore } from './use-restore';

interface Props {
  collectionId: string;
  record: RecordShape;
  fields: readonly Field[];
  edits: RecordEdits;
  editable: boolean;
  reader: Reader;
}

/** Who changed what and when, with the way back to each value and to the record as it was. */
export function RecordHistory({ collectionId, record, fields, edits, editable, reader }: Props) {
  const t = useWording('collections');
  const path = `/collections/${collectionId}/records/${record.id}`;
  const { entries, next, error, loading, again, more } = useHistory(path, record.version);
  const restore = useRestore({ path, record, fields, edits });
  if (loading) return <Waiting />;
  if (error && entries.length === 0) {
    return (
      <ErrorState
        title={t('The history did not load')}
        description={error.message}
        action={<Button onClick={again}>{t('Try again')}</Button>}
      />
    );
  }
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={History}
        title={t('Nothing has happened yet')}
        description={t('Every change of this record will stand here, with who made it.')}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <ol aria-label={t('History')} className="flex flex-col gap-5">
        {entries.map((entry, index) => (
          <HistoryItem
            key={entry.id}
            {...{ entry, fields, reader }}
            restore={editable ? restore : undefined}
            isLatest={index === 0}
          />
        ))}
      </ol>
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error.message}
        </p>
      ) : null}
      {next ? (
        <Button className="self-start" onClick={more}>
          {t('Show earlier changes')}
        </Button>
      ) : null}
    </div>
  );
}

const Waiting = () => (
  <div className="flex flex-col gap-5">
    {['w-2/3', 'w-1/2', 'w-3/5'].map((width) => (
      <div key={width} className="flex flex-col gap-2">
        <Skeleton className={width} />
        <Skeleton className="h-10" />
      </div>
    ))}
  </div>
);
