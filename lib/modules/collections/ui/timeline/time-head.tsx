import type { Ref } from 'react';
import { cn } from '@/components/ui/cn';
import { useWording } from '@/lib/language/wording-provider';
import type { Zoom } from '../../view/state';
import { groupName, quarterOf, unitName } from './day-words';
import { daysBetween, shareOf, type TimeWindow, type Unit, unitGroups } from './time-window';

interface Props {
  window: TimeWindow;
  zoom: Zoom;
  today: string;
  locale: string;
  /** What stands above the names of rows. */
  corner: string;
  /** Least width of the columns, as CSS says it. */
  least: string;
  /** Given the element that is as wide as the window. */
  area: Ref<HTMLDivElement>;
}

/** The days above the bars: two lines, the months or years and below them the columns. */
export function TimeHead({ window, zoom, today, locale, corner, least, area }: Props) {
  const t = useWording('collections');
  const share = (unit: Unit) => ({ width: shareOf(window, unit) });
  return (
    <div
      aria-hidden
      className="sticky top-0 z-20 flex border-line border-b bg-surface text-muted text-xs"
    >
      <span className="sticky left-0 z-10 flex w-28 shrink-0 items-end truncate border-line border-r bg-surface px-3 py-1 sm:w-56 sm:px-6 lg:px-8">
        {corner}
      </span>
      <div ref={area} className="flex-1" style={{ minWidth: least }}>
        <div className="flex h-6">
          {unitGroups(window, zoom).map((group) => (
            <span key={group.from} style={share(group)} className="border-line border-l">
              <span className="sticky left-28 block w-fit max-w-full truncate px-1.5 py-1 font-medium text-ink sm:left-56">
                {groupName(group, zoom, locale)}
              </span>
            </span>
          ))}
        </div>
        <div className="flex h-6">
          {window.units.map((unit) => (
            <span
              key={unit.from}
              style={share(unit)}
              className={cn(
                'truncate border-line border-l px-1.5 py-1 tabular-nums',
                holds(unit, today) && 'font-semibold text-link',
              )}
            >
              {zoom === 'quarter'
                ? t('Q{quarter}', { quarter: quarterOf(unit) })
                : unitName(unit, zoom, locale)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

const holds = ({ from, days }: Unit, day: string) => {
  const into = daysBetween(from, day);
  return into >= 0 && into < days;
};
