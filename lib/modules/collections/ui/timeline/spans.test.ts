import { describe, expect, it } from 'vitest';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { type Axis, movedBy, placedOn, spanOf, withoutDays } from './spans';

const field = (key: string, type: Field['type']) => ({ key, type }) as Field;
const record = (start: string | null, end: string | null = null) =>
  ({ id: 'one', data: { start, end } }) as unknown as RecordShape;

const days: Axis = {
  start: field('start', 'date'),
  end: field('end', 'date'),
  timeZone: 'UTC',
};
const momentsIn = (timeZone: string): Axis => ({
  start: field('start', 'datetime'),
  end: field('end', 'datetime'),
  timeZone,
});

describe('the days of a record', () => {
  it('takes the day it ends with, and one day without an end', () => {
    expect(spanOf(record('2026-03-03', '2026-03-10'), days)).toEqual({
      first: '2026-03-03',
      last: '2026-03-10',
      reversed: false,
    });
    const open = { first: '2026-03-03', last: '2026-03-03', reversed: false };
    expect(spanOf(record('2026-03-03'), days)).toEqual(open);
    expect(spanOf(record('2026-03-03', '2026-03-10'), { ...days, end: null })).toEqual(open);
    expect(spanOf(record(null, '2026-03-10'), days)).toBeNull();
  });

  it('stands where it begins when it ends before that', () => {
    const odd = { first: '2026-03-10', last: '2026-03-10', reversed: true };
    expect(spanOf(record('2026-03-10', '2026-03-03'), days)).toEqual(odd);
    const sameDay = record('2026-03-10T15:00:00Z', '2026-03-10T09:00:00Z');
    expect(spanOf(sameDay, momentsIn('UTC'))).toEqual(odd);
  });

  it('goes by the clock of the reader', () => {
    const night = record('2026-03-03T20:00:00Z', '2026-03-04T20:00:00Z');
    expect(spanOf(night, momentsIn('UTC'))).toMatchObject({
      first: '2026-03-03',
      last: '2026-03-04',
    });
    expect(spanOf(night, momentsIn('Asia/Seoul'))).toMatchObject({
      first: '2026-03-04',
      last: '2026-03-05',
    });
  });

  it('does not take the day that begins as it ends', () => {
    const whole = record('2026-03-02T15:00:00Z', '2026-03-04T15:00:00Z');
    expect(spanOf(whole, momentsIn('Asia/Seoul'))).toMatchObject({
      first: '2026-03-03',
      last: '2026-03-04',
    });
  });
});

describe('moving a record', () => {
  const week = record('2026-03-03', '2026-03-10');

  it('keeps its length, or changes one end of it', () => {
    expect(movedBy(week, days, 'both', 3)).toEqual({ start: '2026-03-06', end: '2026-03-13' });
    expect(movedBy(week, days, 'start', -2)).toEqual({ start: '2026-03-01' });
    expect(movedBy(week, days, 'end', 2)).toEqual({ end: '2026-03-12' });
    expect(movedBy(week, days, 'both', 0)).toBeNull();
    expect(movedBy(record(null), days, 'both', 3)).toBeNull();
  });

  it('does not let an end pass the other', () => {
    expect(movedBy(week, days, 'start', 30)).toEqual({ start: '2026-03-10' });
    expect(movedBy(week, days, 'end', -30)).toEqual({ end: '2026-03-03' });
    const short = record('2026-03-03T14:00:00Z', '2026-03-05T09:00:00Z');
    expect(movedBy(short, momentsIn('UTC'), 'end', -2)).toEqual({ end: '2026-03-04T09:00:00Z' });
    expect(movedBy(record('2026-03-03', '2026-03-03'), days, 'end', -1)).toBeNull();
  });

  it('gives an end to what has none', () => {
    const open = record('2026-03-03');
    expect(movedBy(open, days, 'both', 2)).toEqual({ start: '2026-03-05' });
    expect(movedBy(open, days, 'end', 2)).toEqual({ end: '2026-03-05' });
    expect(movedBy(open, days, 'start', -2)).toEqual({ start: '2026-03-01', end: '2026-03-03' });
    expect(movedBy(open, days, 'end', -2)).toBeNull();
    expect(movedBy(open, { ...days, end: null }, 'end', 2)).toBeNull();
    expect(movedBy(record('2026-03-10', '2026-03-03'), days, 'end', 1)).toEqual({
      end: '2026-03-11',
    });
  });

  it('keeps the time of day when clocks are put forward in between', () => {
    const berlin = momentsIn('Europe/Berlin');
    const before = record('2026-03-28T13:00:00Z', '2026-03-28T15:00:00Z');
    expect(movedBy(before, berlin, 'both', 1)).toEqual({
      start: '2026-03-29T12:00:00Z',
      end: '2026-03-29T14:00:00Z',
    });
  });

  it('places a record on a day, and takes its days away', () => {
    expect(placedOn(week, days, '2026-04-01')).toEqual({ start: '2026-04-01', end: '2026-04-08' });
    expect(placedOn(record(null), days, '2026-04-01')).toEqual({ start: '2026-04-01' });
    expect(placedOn(record(null), momentsIn('Asia/Seoul'), '2026-04-01')).toEqual({
      start: '2026-04-01T00:00:00Z',
    });
    expect(withoutDays(days)).toEqual({ start: null, end: null });
    expect(withoutDays({ ...days, end: null })).toEqual({ start: null });
  });
});
