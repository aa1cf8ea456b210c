import { describe, expect, it } from 'vitest';
import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { type Placed, rowsByField, rowsOfRecords } from './rows';

const placed = (id: string, first: string, last: string, stage: unknown = null): Placed => ({
  record: { id, data: { stage } } as unknown as RecordShape,
  span: { first, last, reversed: false },
});
const idsOf = (rows: ReturnType<typeof rowsByField>) =>
  rows.map(({ lines }) => lines.map((line) => line.map(({ record }) => record.id).join(' ')));
const by = (type: Field['type'], least = 1) => ({
  field: { key: 'stage', type } as Field,
  before: (one: unknown, other: unknown) => String(one).localeCompare(String(other)),
  least,
});

describe('rows of a timeline', () => {
  const some = [
    placed('b', '2026-03-05', '2026-03-09', 'open'),
    placed('a', '2026-03-01', '2026-03-05', 'open'),
    placed('c', '2026-03-06', '2026-03-06', 'open'),
    placed('d', '2026-03-01', '2026-03-01', 'done'),
    placed('e', '2026-03-01', '2026-03-01'),
  ];

  it('gives each record its own, in the order of the view', () => {
    expect(idsOf(rowsOfRecords(some))).toEqual([['b'], ['a'], ['c'], ['d'], ['e']]);
  });

  it('puts records of one value side by side where no two take the same day', () => {
    const rows = rowsByField(some, by('select'));
    expect(rows.map(({ lane }) => [lane?.value, lane?.count])).toEqual([
      ['done', 1],
      ['open', 3],
      [null, 1],
    ]);
    expect(idsOf(rows)).toEqual([['d'], ['a c', 'b'], ['e']]);
    expect(idsOf(rowsByField(some, by('select', 6)))[1]).toEqual(['a', 'b', 'c']);
  });

  it('reads yes and no, and the one record that a relation leads to', () => {
    const ticked = [
      placed('a', '2026-03-01', '2026-03-01', true),
      placed('b', '2026-03-01', '2026-03-01'),
    ];
    const yesNo = rowsByField(ticked, by('boolean'));
    expect(yesNo.map(({ lane }) => lane?.value)).toEqual([false, true]);
    const led = [placed('a', '2026-03-01', '2026-03-01', ['x'])];
    const [row] = rowsByField(led, by('relation'));
    expect(row?.lane?.value).toBe('x');
  });
});
