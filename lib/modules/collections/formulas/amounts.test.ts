import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { exportProcedures } from '../exports/procedures';
import { fieldProcedures } from '../fields/procedures';
import type { Field } from '../fields/shapes';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { currencyOf } from './currency';
import { treeAmong } from './resolve';

/* A formula over money of one currency is money of that currency. */

const field = (name: string, type: Field['type'], options: Field['options'] = {}) => ({
  ...{ id: `id-${name}`, key: name.toLowerCase(), name, type, options },
});
const among = [
  field('Price', 'money', { currency: 'EUR', decimals: 2 }),
  field('Freight', 'money', { currency: 'EUR', decimals: 2 }),
  field('Won', 'money', { currency: 'KRW', decimals: 0 }),
  field('Count', 'number'),
  field('Done', 'boolean'),
  field('Total', 'formula', { formula: '{Price} * {Count}' }),
];

describe('the currency of what a formula comes to', () => {
  it.each([
    ...['{Price} + {Freight}', '{Price} * {Count}', '2 * {Price}', '{Price} / 3', '-{Price}'],
    ...['ROUND({Price} * 1.19, 0)', 'MAX(0, {Price} - 10)', 'IF({Done}, {Price}, 0)'],
    ...['IF({Done}, {Price}, BLANK())', 'SWITCH({Count}, 1, {Price}, 2, {Freight}, 0)'],
    ...['{Total} + {Freight}', '{Price} * IF({Done}, 1, 0)', 'MOD({Price}, 5)', '{Price} * {Done}'],
  ])('is that of all that goes into it: %s', (text) => {
    expect(currencyOf(treeAmong(text, among))).toBe('EUR');
  });

  it.each([
    ...['{Price} + {Won}', '{Price} + {Count}', '{Price} * {Freight}', '{Price} / {Freight}'],
    ...['10 / {Price}', 'IF({Done}, {Price}, {Won})', 'IF({Done}, {Price}, "none")', '1 + 1'],
    ...['SWITCH({Price}, 1, 2, 3)', 'LEN({Price})', '{Price} > 1', '{Total} * {Price}'],
  ])('is none where that is of several, or no amount at all: %s', (text) => {
    expect(currencyOf(treeAmong(text, among))).toBeNull();
  });
});

let world: World;
let actors: Actors;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

const call = () => actors.admin.call();

async function mint() {
  const made = await mintCollection(actors.admin, 'Orders', [
    { name: 'Name', type: 'text' },
    { name: 'Price', type: 'money', options: { currency: 'EUR' } },
    { name: 'Count', type: 'number' },
    { name: 'Gross', type: 'formula', options: { formula: '{Price} * {Count} * 1.19' } },
    { name: 'Twice', type: 'formula', options: { formula: '{Gross} * 2' } },
  ]);
  const rows = [
    { name: 'a', price: '12.50', count: 1 },
    { name: 'b', price: '0.05', count: 1 },
    { name: 'c', price: '9000000000000.00', count: 9 },
    { name: 'd' },
  ];
  await invoke(records.createMany, { collectionId: made.id, records: rows }, call());
  return made;
}

it('behaves as a field of money, to the digits of its currency', async () => {
  const { id: collectionId, fields } = await mint();
  expect(fields.Gross).toMatchObject({
    type: 'money',
    options: { currency: 'EUR', decimals: 2, formula: '{Price} * {Count} * 1.19' },
  });
  const list = async (input: object = {}) =>
    (await invoke(records.list, { collectionId, ...input } as never, call())).records;
  const all = await list();
  expect(all.map(({ data }) => [data.gross, data.twice])).toEqual([
    ['14.88', '29.75'],
    ['0.06', '0.12'],
    [null, null],
    ['0.00', '0.00'],
  ]);
  expect(all[2]?.problems?.gross).toBe('The number is too large.');
  const found = async (op: string, value?: string) =>
    (await list({ filters: [{ field: 'gross', op, ...(value && { value }) }] })).map(
      ({ data }) => data.name,
    );
  expect(await found('equals', '14.88')).toEqual(['a']);
  expect(await found('gt', '0.05')).toEqual(['a', 'b']);
  expect(await found('is_empty')).toEqual(['c']);
  const sorted = await list({ sorts: [{ field: 'gross', direction: 'desc' }] });
  expect(sorted.map(({ data }) => data.name)).toEqual(['a', 'b', 'd', 'c']);
  const sums = await invoke(records.sums, { collectionId, field: 'gross' }, call());
  expect(sums).toMatchObject({ count: 3, sum: '14.94', largest: '14.88' });
});

it('goes out as amounts do, and becomes a number once currencies differ', async () => {
  const { id: collectionId, fields } = await mint();
  const file = await invoke(
    exportProcedures.download,
    { collectionId, format: 'csv', fields: ['name', 'gross'] },
    call(),
  );
  expect((await file.text()).split('\r\n')).toContain('a,14.88');
  const change = (formula: string) =>
    invoke(
      fieldProcedures.update,
      { collectionId, fieldId: fields.Gross?.id ?? '', options: { formula } },
      call(),
    );
  expect(await change('{Price} * {Price}')).toMatchObject({ type: 'number' });
  expect((await change('{Price} - 1')).options).toMatchObject({ currency: 'EUR' });
  const stored = await world.rowsOf<{ options: object }>(
    actors.tenant,
    'select options from fields where id = $1',
    [fields.Gross?.id],
  );
  expect(stored[0]?.options).toEqual({ formula: `{${fields.Price?.id}} - 1` });
});
