import {
  addDays,
  addMonths,
  addQuarters,
  addWeeks,
  differenceInCalendarDays,
  format,
  parseISO,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
} from 'date-fns';
import { type Zoom, zooms } from '../../view/state';

/*
 * Days are texts such as 2026-03-01, as in a calendar; weeks begin on Monday.
 */

/** One column. */
export interface Unit {
  from: string;
  /** How many days it has. */
  days: number;
}

/** The days a timeline shows, both ends included, and the columns they stand in. */
export interface TimeWindow {
  from: string;
  to: string;
  days: number;
  units: readonly Unit[];
}

interface Scale {
  startOf(date: Date): Date;
  add(date: Date, by: number): Date;
  /** Columns in sight, how many of them lie before the one that is asked for, and how far one goes. */
  across: number;
  before: number;
  step: number;
}

const monday = { weekStartsOn: 1 } as const;

const scales: Record<Zoom, Scale> = {
  day: {
    startOf: (date) => startOfWeek(date, monday),
    add: addDays,
    across: 28,
    before: 7,
    step: 7,
  },
  week: {
    startOf: (date) => startOfWeek(date, monday),
    add: addWeeks,
    across: 13,
    before: 3,
    step: 4,
  },
  month: { startOf: startOfMonth, add: addMonths, across: 12, before: 2, step: 3 },
  quarter: { startOf: startOfQuarter, add: addQuarters, across: 12, before: 4, step: 4 },
};

const iso = (date: Date) => format(date, 'yyyy-MM-dd');

/** The window around a day. */
export function windowAround(day: string, zoom: Zoom): TimeWindow {
  const { startOf, add, across, before } = scales[zoom];
  const first = add(startOf(parseISO(day)), -before);
  const edges = Array.from({ length: across + 1 }, (_, at) => add(first, at));
  const units = edges.slice(0, -1).map((edge, at) => ({
    from: iso(edge),
    days: differenceInCalendarDays(edges[at + 1] ?? edge, edge),
  }));
  const days = units.reduce((sum, unit) => sum + unit.days, 0);
  return { from: iso(first), to: iso(addDays(first, days - 1)), days, units };
}

/** The day to be at when going one step on, or back. */
export const stepFrom = (day: string, zoom: Zoom, by: 1 | -1): string =>
  iso(scales[zoom].add(parseISO(day), scales[zoom].step * by));

/** The next finer or coarser scale; the same at either end. */
export const zoomedBy = (zoom: Zoom, by: 1 | -1): Zoom =>
  zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) + by))] ?? zoom;

/** Days from one to another; negative where the other comes first. */
export const daysBetween = (from: string, to: string): number =>
  differenceInCalendarDays(parseISO(to), parseISO(from));

/** Columns that have the same month, or the same year where columns are months, beside each other. */
export function unitGroups({ units }: TimeWindow, zoom: Zoom): Unit[] {
  const letters = zoom === 'day' || zoom === 'week' ? 7 : 4;
  const groups: Unit[] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    if (last?.from.slice(0, letters) === unit.from.slice(0, letters)) last.days += unit.days;
    else groups.push({ ...unit });
  }
  return groups;
}

/** Where days stand in a window, in percent of it; the sides that lie outside are cut. */
export function placeIn({ from, to, days }: TimeWindow, first: string, last: string) {
  const cutStart = first < from;
  const cutEnd = last > to;
  const left = cutStart ? 0 : daysBetween(from, first);
  const right = cutEnd ? days : daysBetween(from, last) + 1;
  return { left: (left / days) * 100, width: ((right - left) / days) * 100, cutStart, cutEnd };
}

/** How wide a column is, of the whole window. */
export const shareOf = ({ days }: TimeWindow, unit: Unit): string => `${(unit.days / days) * 100}%`;
