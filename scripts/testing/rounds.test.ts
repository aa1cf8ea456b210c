import { expect, test } from 'vitest';
import { measure, summarise } from './rounds.mjs';
import { table } from './table.mjs';

const round = (raw: number, ours: number) => [
  { name: 'raw', value: raw, unit: 'us' },
  { name: 'ours', value: ours, unit: 'us', base: 'raw', goal: { atMost: 1.35 } },
];

test('the ratio is the median of the ratios within each round', () => {
  const [raw, ours] = summarise([round(100, 120), round(120, 132), round(110, 143)]);
  expect(raw).toMatchObject({ values: [100, 120, 110], median: 110, steady: true, ok: true });
  expect(ours?.ratio).toBeCloseTo(1.2);
  expect(ours).toMatchObject({ median: 132, steady: true, ok: true });
});

test('a goal without a base is about the median', () => {
  const slow = { name: 'start', value: 3.5, unit: 's', goal: { atMost: 3 } };
  expect(summarise([[slow], [slow], [slow]])[0]).toMatchObject({ ok: false });
  const many = { name: 'rows', value: 25_000, unit: '/s', goal: { atLeast: 20_000 } };
  expect(summarise([[many], [many], [many]])[0]).toMatchObject({ ok: true });
});

test('an unsteady run is redone, at most twice', async () => {
  const values = [100, 140, 100, 100, 110, 120];
  let prepared = 0;
  const bench = {
    prepare: async () => {
      prepared += 1;
    },
    run: async () => [{ name: 'raw', value: values.shift() ?? 0, unit: 'us' }],
  };
  expect((await measure(bench, {}))[0]).toMatchObject({ values: [100, 110, 120], steady: true });
  expect(prepared).toBe(1);

  let runs = 0;
  const wild = { run: async () => [{ name: 'raw', value: 2 ** runs++, unit: 'us' }] };
  expect((await measure(wild, {}))[0]).toMatchObject({ steady: false });
  expect(runs).toBe(9);
});

test('the table shows values, median, ratio, goal and verdict', () => {
  const lines = table(summarise([round(100, 150), round(100, 150), round(100, 150)]));
  expect(lines[2]).toMatch(/^ours +150 {2}150 {2}150 +150 us +1\.50 x raw +<= 1\.35 +MISSED$/);
});
