'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWording } from '@/lib/language/wording-provider';
import type { PageView } from '../../view/state';
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
  const go = (by: number) => change({ at: stepFrom(at, scale, by) }, 'replace');
  const span = scale === 'month' ? 'month' : 'week';
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Button size="small" onClick={() => change({ at: '' }, 'replace')}>
        {t('Today')}
      </Button>
      <IconButton
        icon={ChevronLeft}
        size="small"
        label={t('Previous {span}', { span })}
        onClick={() => go(-1)}
      />
      <IconButton
        icon={ChevronRight}
        size="small"
        label={t('Next {span}', { span })}
        onClick={() => go(1)}
      />
      <h2 aria-live="polite" className="mr-auto px-1 font-semibold">
        {dayName(at, locale, { month: 'long', year: 'numeric' })}
      </h2>
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
    </div>
  );
}
