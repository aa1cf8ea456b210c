import type { Link } from './links';
import { placeIn, type TimeWindow } from './time-window';

/** Half the height of a bar, and how far from a bar's end a line leaves or meets it, pixels. */
const half = 14;
const inset = 6;

/** How a line is drawn between two bars: a box with some of its sides, and where its arrow points. */
export interface LinkLine {
  left: string;
  /** Pixels from the top of the rows. */
  top: number;
  width: string;
  height: number;
  sides: readonly ('top' | 'right' | 'bottom')[];
  arrow: 'down' | 'up' | 'left' | 'right';
}

interface Heights {
  /** Middle of the bar that is waited for, and of the one that waits, pixels. */
  from: number;
  to: number;
}

/** Right and then onto the next bar; one that begins too early is met from above, or from its end. */
export function lineOf({ from, to }: Link, window: TimeWindow, y: Heights): LinkLine {
  const one = placeIn(window, from.span.first, from.span.last);
  const next = placeIn(window, to.span.first, to.span.last);
  const ends = one.left + one.width;
  const down = y.to > y.from;
  const upright = down ? ('down' as const) : ('up' as const);
  const wide = (from: number, to: number, more: number) => `calc(${to - from}% + ${more}px)`;
  if (y.to === y.from) {
    const onward = next.left >= ends;
    const [left, right] = onward ? [ends, next.left] : [next.left + next.width, one.left];
    const arrow = onward ? ('right' as const) : ('left' as const);
    const flat = { top: y.from, height: 0, sides: ['top' as const], arrow };
    return { left: `${left}%`, width: wide(left, right, 0), ...flat };
  }
  if (next.left >= ends) {
    return {
      left: `${ends}%`,
      width: wide(ends, next.left, inset),
      ...between(y.from, down ? y.to - half : y.to + half),
      sides: [down ? 'top' : 'bottom', 'right'],
      arrow: upright,
    };
  }
  const leaves = down ? y.from + half : y.from - half;
  const over = next.left + next.width;
  if (over >= ends) {
    const onto = between(leaves, down ? y.to - half : y.to + half);
    return {
      left: `calc(${ends}% - ${inset}px)`,
      width: '0px',
      ...onto,
      sides: ['right'],
      arrow: upright,
    };
  }
  return {
    left: `${over}%`,
    width: wide(over, ends, -inset),
    ...between(leaves, y.to),
    sides: [down ? 'bottom' : 'top', 'right'],
    arrow: 'left',
  };
}

const between = (one: number, other: number) => ({
  top: Math.min(one, other),
  height: Math.abs(one - other),
});
