'use client';

import type { ReactNode } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWording } from '@/lib/language/wording-provider';
import type { PageView } from '../../view/state';
import { TimeBar } from '../view/time-bar';
import type { ChangeView } from '../view/use-view';
import { dayName, stepFrom } from './days';

interface Props {
  view: PageView;
  change: ChangeView;
  /** The day the calendar is open at. */
  at: string;
  locale: string;
  /** The way to records without a day. */
  undated: ReactNode;
}

/** Where the calendar is open, and the ways to go from there. */
export function CalendarBar({ view, change, at, locale, undated }: Props) {
  const t = useWording('collections');
  const { scale } = view;
  const byMonth = scale === 'month';
  return (
    <TimeBar
      title={dayName(at, locale, { month: 'long', year: 'numeric' })}
      previous={byMonth ? t('Previous month') : t('Previous week')}
      next={byMonth ? t('Next month') : t('Next week')}
      onToday={() => change({ at: '' }, 'replace')}
      onGo={(by) => change({ at: stepFrom(at, scale, by) }, 'replace')}
    >
      {undated}
      <SegmentedControl
        label={t('Span')}
        value={scale}
        onValueChange={(next) => change({ scale: next as PageView['scale'] })}
        segments={[
          { value: 'month', label: t('Month') },
          { value: 'week', label: t('Week') },
        ]}
      />
    </TimeBar>
  );
}
