import { describe, expect, it } from 'vitest';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { afterAwaited, linksAmong, notWaitingFor, waitingFor, waitsFor } from './links';
import type { Placed } from './rows';
import { type Axis, spanOf } from './spans';

const field = (key: string, type: Field['type'], options = {}) => ({ key, type, options }) as Field;
const many = field('waits', 'relation', { many: true });
const one = field('waits', 'relation');
const days: Axis = { start: field('a', 'date'), end: field('z', 'date'), timeZone: 'UTC' };
const moments: Axis = { ...days, start: field('a', 'datetime'), end: field('z', 'datetime') };

const placed = (axis: Axis, id: string, data: RecordShape['data']): Placed => {
  const record = { id, data } as unknown as RecordShape;
  const span = spanOf(record, axis);
  if (!span) throw new Error(`${id} has no days.`);
  return { record, span };
};

const dig = placed(days, 'dig', { a: '2026-03-02', z: '2026-03-06' });
const pour = (a: string, waits: string[] = ['dig']) => placed(days, 'pour', { a, waits });

describe('what waits for what on a timeline', () => {
  it('is read among the records in sight, and never of a record for itself', () => {
    const all = [dig, pour('2026-03-07', ['dig', 'gone', 'pour'])];
    const links = linksAmong(all, many, days);
    expect(links.map(({ from, to }) => [from.record.id, to.record.id])).toEqual([['dig', 'pour']]);
  });

  it.each([
    ['2026-03-05', true],
    ['2026-03-06', true],
    ['2026-03-07', false],
  ])('begins on %s too early: %s', (day, early) => {
    expect(linksAmong([dig, pour(day)], many, days)[0]?.early).toBe(early);
  });

  it.each([
    ['2026-03-06T11:59:59Z', true],
    ['2026-03-06T12:00:00Z', false],
  ])('is told to the second of moments: %s too early: %s', (a, early) => {
    const morning = placed(moments, 'dig', {
      a: '2026-03-06T08:00:00Z',
      z: '2026-03-06T12:00:00Z',
    });
    const noon = placed(moments, 'pour', { a, z: '2026-03-06T16:00:00Z', waits: ['dig'] });
    expect(linksAmong([morning, noon], many, moments)[0]?.early).toBe(early);
  });

  it('is one more where a record may wait for many, and another where it may wait for one', () => {
    const { record } = pour('2026-03-07');
    expect(waitingFor(record, many, 'bend')).toEqual({ waits: ['dig', 'bend'] });
    expect(waitingFor(record, one, 'bend')).toEqual({ waits: ['bend'] });
    expect(waitingFor(record, many, 'dig')).toBeNull();
    expect(notWaitingFor(record, many, 'dig')).toEqual({ waits: null });
  });

  it('goes by the last of what it waits for, as long as it was', () => {
    const bend = placed(days, 'bend', { a: '2026-03-03', z: '2026-03-09' });
    const last = placed(days, 'pour', { a: '2026-03-01', z: '2026-03-02', waits: ['bend', 'dig'] });
    const links = linksAmong([dig, bend, last], many, days);
    expect(afterAwaited(last.record, links, days)).toEqual({ a: '2026-03-10', z: '2026-03-11' });
    expect(afterAwaited(dig.record, links, days)).toBeNull();
  });

  it('is followed over what lies between, also in a circle', () => {
    const wait = (id: string, waits: string[]) => placed(days, id, { a: '2026-03-07', waits });
    const all = [wait('a', ['b']), wait('b', ['c']), wait('c', ['a']), wait('d', ['a'])];
    const links = linksAmong(all, many, days);
    expect(waitsFor(links, 'd', 'c')).toBe(true);
    expect(waitsFor(links, 'c', 'd')).toBe(false);
  });
});
