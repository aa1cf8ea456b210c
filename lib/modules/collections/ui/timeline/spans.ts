import type { Value } from '@/lib/fields/value';
import { wallTime } from '@/lib/wall-time';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import type { FilterNode } from '../../view/state';
import { dayOf, daysFilter, firstOf, isMoment, lastOf, shifted, valueOn } from '../calendar/days';
import { daysBetween } from './time-window';

/** What begins and ends the records of a timeline, on whose clock. */
export interface Axis {
  start: Field;
  /** Null where records have no end: each stands on one day. */
  end: Field | null;
  timeZone: string;
}

/** The days a record takes, first and last included. */
export interface Span {
  first: string;
  last: string;
  /** It ends before it begins: it stands on its first day. */
  reversed: boolean;
}

/** Which side of a record is moved. */
export type Side = 'both' | 'start' | 'end';

export type Values = Readonly<Record<string, Value>>;

/** A record without an end takes the day it begins; null where it does not say when it begins. */
export function spanOf(record: RecordShape, axis: Axis): Span | null {
  const { start, end, timeZone } = axis;
  const first = dayOf(record, start, timeZone);
  if (!first) return null;
  const last = end ? lastDayOf(record, end, first, timeZone) : null;
  if (!last) return { first, last: first, reversed: false };
  const reversed = last < first || endsEarlier(record, axis);
  return { first, last: reversed ? first : last, reversed };
}

// What ends at midnight does not take the day that begins then.
function lastDayOf(record: RecordShape, end: Field, first: string, timeZone: string) {
  const day = dayOf(record, end, timeZone);
  if (!day || !isMoment(end) || day <= first) return day;
  const time = wallTime(new Date(String(record.data[end.key])), timeZone).slice(11);
  return time === '00:00:00' ? shifted(day, -1) : day;
}

const endsEarlier = ({ data }: RecordShape, { start, end }: Axis) =>
  end !== null &&
  isMoment(start) &&
  isMoment(end) &&
  Date.parse(String(data[end.key])) < Date.parse(String(data[start.key]));

/** What is true of records that take one of these days: as exact as the fields, on the reader's clock. */
export function overlapping(
  { start, end, timeZone }: Axis,
  { from, to }: { from: string; to: string },
): FilterNode {
  const begins = daysFilter(start, from, to, timeZone);
  if (!end) return begins;
  const lasts: FilterNode[] = [
    { field: start.key, op: 'lte', value: lastOf(start, to, timeZone) },
    { field: end.key, op: isMoment(end) ? 'gt' : 'gte', value: firstOf(end, from, timeZone) },
  ];
  return { op: 'any', filters: [begins, { op: 'all', filters: lasts }] };
}

/**
 * What to write where one side of a record, or all of it, goes so many days on: as far as it does not
 * end before it begins. Null where nothing changes.
 */
export function movedBy(record: RecordShape, axis: Axis, side: Side, days: number): Values | null {
  const span = spanOf(record, axis);
  if (!span) return null;
  const step = Math.sign(days);
  for (let by = days; by !== 0; by -= step) {
    const values = valuesAfter(record, axis, { side, by, span });
    const after = values && spanOf(withValues(record, values), axis);
    if (values && after && (side === 'both' || !after.reversed)) return values;
  }
  return null;
}

interface Move {
  side: Side;
  by: number;
  span: Span;
}

function valuesAfter(record: RecordShape, axis: Axis, { side, by, span }: Move): Values | null {
  const { start, end, timeZone } = axis;
  const shift = (field: Field) => {
    const day = dayOf(record, field, timeZone);
    return day ? { [field.key]: valueOn(shifted(day, by), { record, field, timeZone }) } : {};
  };
  const ends = end !== null && dayOf(record, end, timeZone) !== null;
  if (side === 'both') return { ...shift(start), ...(ends && shift(end)) };
  if (!end) return null;
  if (ends && !span.reversed) return shift(side === 'start' ? start : end);
  // Without an end of use, the other side begins where the record stands.
  const onto = (day: string) => ({ [end.key]: valueOn(day, { field: end, timeZone }) });
  if (side === 'end') return by > 0 ? onto(shifted(span.first, by)) : null;
  return by < 0 ? { ...shift(start), ...onto(span.first) } : null;
}

/** What to write so that a record begins on a day, as long as it was. */
export function placedOn(record: RecordShape, axis: Axis, day: string): Values {
  const span = spanOf(record, axis);
  if (span) return movedBy(record, axis, 'both', daysBetween(span.first, day)) ?? {};
  const { start, timeZone } = axis;
  return { [start.key]: valueOn(day, { record, field: start, timeZone }) };
}

/** What to write so that a record has no days. */
export const withoutDays = ({ start, end }: Axis): Values => ({
  [start.key]: null,
  ...(end && { [end.key]: null }),
});

/** The record as it would be. */
export const withValues = (record: RecordShape, values: Values): RecordShape => ({
  ...record,
  data: { ...record.data, ...values },
});
