'use client';

import { type ReactNode, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useWording } from '@/lib/language/wording-provider';
import type { LaneStore } from '../board/lane-store';
import { DayRecord, type DayRecordActs } from './day-record';
import { useLane } from './use-calendar';

interface Props {
  store: LaneStore;
  /** The list of the store to show. */
  lane: string;
  day: string | null;
  title: string;
  acts: DayRecordActs;
  adding: ReactNode;
  onShow?: () => void;
}

/** All records of one day, or of none. */
export function DayList({ store, lane, day, title, acts, adding, onShow }: Props) {
  const t = useWording('collections');
  const { records, loading, done, error } = useLane(store, lane);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when it opens
  useEffect(() => onShow?.(), []);
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium">{title}</p>
      {records.map((record) => (
        <DayRecord
          key={record.id}
          {...acts}
          {...{ record, day }}
          place={t('list {lane}', { lane })}
        />
      ))}
      {loading && records.length === 0 ? <Skeleton className="h-6 w-full" /> : null}
      {!loading && !error && records.length === 0 ? (
        <p className="text-muted text-sm">{t('No records.')}</p>
      ) : null}
      {error ? (
        <p role="alert" className="text-danger-text text-sm">
          {error.message}
        </p>
      ) : null}
      {error || !done ? (
        <Button
          size="small"
          disabled={loading}
          onClick={() => (error ? store.refresh([lane]) : store.more(lane))}
        >
          {error ? t('Try again') : t('Show more')}
        </Button>
      ) : null}
      {adding}
    </div>
  );
}
