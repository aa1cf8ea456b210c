import { cn } from '@/components/ui/cn';
import type { Zoom } from '../../view/state';
import { isWeekend } from './day-words';
import { placeIn, shareOf, type TimeWindow } from './time-window';

interface Props {
  window: TimeWindow;
  zoom: Zoom;
  today: string;
}

/** The lines between columns, the days of rest where columns are days, and the line of today. */
export function TimeLines({ window, zoom, today }: Props) {
  const inSight = today >= window.from && today <= window.to;
  const { left, width } = placeIn(window, today, today);
  return (
    <div aria-hidden className="absolute inset-y-0 right-0 left-28 flex sm:left-56">
      {window.units.map((unit) => (
        <span
          key={unit.from}
          style={{ width: shareOf(window, unit) }}
          className={cn(
            'border-line border-l',
            zoom === 'day' && isWeekend(unit.from) && 'bg-surface-hover',
          )}
        />
      ))}
      {inSight ? (
        <span
          data-today
          style={{ left: `${left + width / 2}%` }}
          className="absolute inset-y-0 border-mark border-l-2"
        />
      ) : null}
    </div>
  );
}
