'use client';

import { ChartGantt } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { useWording } from '@/lib/language/wording-provider';
import { useTimeZone } from '../types/time-zone';
import type { KindViewProps } from '../view/kind-view';
import { Timeline } from './timeline';

/** The records of a view as bars on a scale of time, from one field to another. */
export function TimelineView(props: KindViewProps) {
  const t = useWording('collections');
  const { collection, view } = props;
  const timeZone = useTimeZone();
  const fieldOf = (key: string | null) => collection.fields.find((field) => field.key === key);
  const start = fieldOf(view.date);
  const end = (view.end !== view.date && fieldOf(view.end)) || null;
  const axis = useMemo(() => start && { start, end, timeZone }, [start, end, timeZone]);
  if (axis) {
    return (
      <Timeline
        {...props}
        key={axis.start.id}
        axis={axis}
        lanes={fieldOf(view.lanes)}
        waits={fieldOf(view.waits)}
      />
    );
  }
  return (
    <EmptyState
      icon={ChartGantt}
      title={t('This timeline has no dates yet')}
      description={t(
        'A timeline draws records from one field that holds a date to another. Choose the fields under Display.',
      )}
    />
  );
}
