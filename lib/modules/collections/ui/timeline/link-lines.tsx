import { cn } from '@/components/ui/cn';
import { type LinkLine, lineOf } from './link-line';
import type { Link } from './links';
import type { Row } from './rows';
import { lineHeight } from './time-row';
import type { TimeWindow } from './time-window';

interface Props {
  links: readonly Link[];
  rows: readonly Row[];
  window: TimeWindow;
  /** The rows in sight, pixels from the first. */
  from: number;
  to: number;
}

const sides = { top: 'border-t', right: 'border-r', bottom: 'border-b' };

/** A line from each bar to those that wait for it; one that begins too early has another colour. */
export function LinkLines({ links, rows, window, from, to }: Props) {
  const middles = middlesOf(rows);
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-y-0 right-0 left-28 overflow-hidden sm:left-56"
    >
      {links.map((link) => {
        const y = {
          from: middles.get(link.from.record.id) ?? 0,
          to: middles.get(link.to.record.id) ?? 0,
        };
        if (Math.max(y.from, y.to) < from || Math.min(y.from, y.to) > to) return null;
        const { left, width, top, height, ...line } = lineOf(link, window, y);
        return (
          <span
            key={`${link.from.record.id} ${link.to.record.id}`}
            data-waits={link.early ? 'early' : 'well'}
            style={{ left, width, top, height }}
            className={cn(
              'absolute border-0',
              link.early ? 'border-warning-mark text-warning-mark' : 'border-muted text-muted',
              line.sides.map((side) => sides[side]),
              line.sides.join() === 'top,right' && 'rounded-tr-small',
              line.sides.join() === 'bottom,right' && 'rounded-br-small',
            )}
          >
            <Arrow {...line} />
          </span>
        );
      })}
    </div>
  );
}

const arrows: Record<LinkLine['arrow'], string> = {
  down: 'right-[-4px] bottom-0',
  up: 'right-[-4px] top-0 rotate-180',
  right: 'right-0 top-[-4px] -rotate-90',
  left: 'left-0 rotate-90',
};

const Arrow = ({ arrow, sides: drawn }: Pick<LinkLine, 'arrow' | 'sides'>) => (
  <svg
    aria-hidden
    viewBox="0 0 8 8"
    className={cn(
      'absolute size-2 fill-current',
      arrows[arrow],
      arrow === 'left' && (drawn.includes('bottom') ? 'bottom-[-4px]' : 'top-[-4px]'),
    )}
  >
    <polygon points="0,1 8,1 4,8" />
  </svg>
);

/** How far down the middle of each record's bar stands, pixels. */
function middlesOf(rows: readonly Row[]): Map<string, number> {
  const middles = new Map<string, number>();
  let top = 0;
  for (const { lines } of rows) {
    for (const [at, line] of lines.entries()) {
      for (const { record } of line) middles.set(record.id, top + (at + 0.5) * lineHeight);
    }
    top += lines.length * lineHeight;
  }
  return middles;
}
