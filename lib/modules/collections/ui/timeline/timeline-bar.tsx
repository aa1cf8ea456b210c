import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import { type PageView, type Zoom, zooms } from '../../view/state';
import type { LaneRecords } from '../board/lane-store';
import { TimeBar } from '../view/time-bar';
import type { ChangeView } from '../view/use-view';
import { daysInWords } from './day-words';
import type { TimeWindow } from './time-window';

interface Props {
  view: PageView;
  change: ChangeView;
  window: TimeWindow;
  locale: string;
  none: LaneRecords;
  /** Whether the records without dates are shown aside. */
  aside: boolean;
  onAside: () => void;
  onGo: (by: 1 | -1) => void;
}

const zoomNames: Record<Zoom, Plain<'collections'>> = {
  day: 'Days',
  week: 'Weeks',
  month: 'Months',
  quarter: 'Quarters',
};

/** Which time is in sight, how finely, and the way to records without dates. */
export function TimelineBar({ view, change, window, locale, none, aside, onAside, onGo }: Props) {
  const t = useWording('collections');
  const count = none.total ?? none.records.length;
  return (
    <TimeBar
      title={daysInWords({ first: window.from, last: window.to }, locale)}
      previous={t('Earlier')}
      next={t('Later')}
      onToday={() => change({ at: '' }, 'replace')}
      onGo={onGo}
    >
      <Button
        size="small"
        variant={aside ? 'secondary' : 'ghost'}
        aria-expanded={aside}
        onClick={onAside}
      >
        {t('{count} without dates', { count })}
      </Button>
      <SegmentedControl
        label={t('Scale')}
        value={view.zoom}
        onValueChange={(zoom) => change({ zoom: zoom as Zoom }, 'replace')}
        segments={zooms.map((value) => ({ value, label: t(zoomNames[value]) }))}
      />
    </TimeBar>
  );
}
