import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { collectionProcedures } from '../collections/procedures';
import { exportProcedures } from '../exports/procedures';
import { fieldProcedures } from '../fields/procedures';
import { recordProcedures as records } from '../records/procedures';
import { rulesProcedures } from '../rules/procedures';
import { openRule } from '../rules/shapes';
import { type Actors, mintActors, mintCollection } from '../testing/actors';

let world: World;
let actors: Actors;
let collectionId: string;
let fields: Awaited<ReturnType<typeof mintCollection>>['fields'];

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

const call = () => actors.admin.call();
const formula = (name: string, text: string, more: object = {}) => ({
  ...{ name, type: 'formula' as const, options: { formula: text, ...more } },
});

/** A collection of its own for each test: prices and counts with what they come to. */
async function mint() {
  const made = await mintCollection(actors.admin, 'Orders', [
    { name: 'Name', type: 'text' },
    { name: 'Price', type: 'number' },
    { name: 'Count', type: 'number' },
    { name: 'Day', type: 'date' },
    formula('Total', '{Price} * {Count}'),
    formula('Big', '{Total} >= 10'),
    formula('Label', '{Name} & ": " & {Total}'),
    formula('Next', 'DATEADD({Day}, 1, "months")'),
    formula('Each', '{Price} / {Count}', { decimals: 2 }),
    formula('Site', '"https://example.com/" & {Name}', { linkLabel: 'Open' }),
  ]);
  ({ id: collectionId, fields } = made);
  const rows = [
    { name: 'b', price: 5, count: 3, day: '2026-01-31' },
    { name: 'A', price: 1, count: 2, day: '2026-03-01' },
    { name: 'c', price: 7, count: 0 },
    { name: 'd', price: 2, count: 5, day: '2026-01-02' },
  ];
  await invoke(records.createMany, { collectionId, records: rows }, call());
}

const list = async (input: object = {}, member: TestMember = actors.admin) =>
  (await invoke(records.list, { collectionId, ...input } as never, member.call())).records;
const names = async (input: object) => (await list(input)).map(({ data }) => data.name);
const update = (name: string, change: object) =>
  invoke(
    fieldProcedures.update,
    { collectionId, fieldId: fields[name]?.id ?? '', ...change } as never,
    call(),
  );

it('behaves as a field of the type that it comes to', async () => {
  await mint();
  expect(Object.values(fields).map(({ type }) => type)).toEqual([
    'text',
    'number',
    'number',
    'date',
    'number',
    'boolean',
    'text',
    'date',
    'number',
    'url',
  ]);
  expect(fields.Total).toMatchObject({
    ...{ locked: true, sortable: true, options: { formula: '{Price} * {Count}' } },
  });
  const [first, , third] = await list();
  expect(first?.data).toMatchObject({
    ...{ total: 15, big: true, label: 'b: 15', next: '2026-02-28' },
    site: 'https://example.com/b',
  });
  expect(third).toMatchObject({ data: { each: null }, problems: { each: 'It divides by 0.' } });
  const filter = (field: string, op: string, value?: unknown) => ({
    filters: [{ field, op, ...(value !== undefined && { value }) }],
  });
  expect(await names(filter('total', 'gte', 10))).toEqual(['b', 'd']);
  expect(await names(filter('big', 'equals', true))).toEqual(['b', 'd']);
  expect(await names(filter('label', 'contains', 'A:'))).toEqual(['A']);
  expect(await names(filter('each', 'is_empty'))).toEqual(['c']);
  expect(await names(filter('next', 'lt', '2026-03-01'))).toEqual(['b', 'd']);
  expect(await names({ sorts: [{ field: 'total', direction: 'desc' }] })).toEqual([
    'b',
    'd',
    'A',
    'c',
  ]);
  expect(await names({ sorts: [{ field: 'label', direction: 'asc' }] })).toEqual([
    'A',
    'b',
    'c',
    'd',
  ]);
  expect(await names({ sorts: [{ field: 'next', direction: 'asc' }] })).toEqual([
    'd',
    'b',
    'A',
    'c',
  ]);
  const groups = await invoke(
    records.groups,
    { collectionId, group: { field: 'big', direction: 'asc' }, sum: 'total' },
    call(),
  );
  expect(groups.groups).toEqual([
    { value: false, count: 2, sum: '2' },
    { value: true, count: 2, sum: '25' },
  ]);
  const sums = await invoke(records.sums, { collectionId, field: 'each' }, call());
  expect(sums).toMatchObject({ count: 3, largest: '1.66666666666667', smallest: '0.4' });
});

it('goes page by page in the order of a formula', async () => {
  await mint();
  const seen: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageAt>> = await pageAt(cursor);
    seen.push(...page.records.map(({ data }) => data.total));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual([0, 2, 10, 15]);
});

const pageAt = (cursor: string | null) =>
  invoke(
    records.list,
    {
      ...{ collectionId, limit: 1, sorts: [{ field: 'total', direction: 'asc' }] },
      ...(cursor && { cursor }),
    } as never,
    call(),
  );

it('follows its sources, and is written by nobody', async () => {
  await mint();
  const [first] = await list();
  const { id: recordId = '', version = 0 } = first ?? {};
  const change = (changes: object) =>
    invoke(records.update, { collectionId, recordId, version, changes } as never, call());
  await expect(change({ total: 1 })).rejects.toMatchObject({
    fields: { 'changes.total': 'Total is worked out and cannot be written.' },
  });
  expect((await change({ count: 4 })).data).toMatchObject({ total: 20, label: 'b: 20' });
  const created = { collectionId, data: { name: 'n', total: 3 } };
  await expect(invoke(records.create, created, call())).rejects.toMatchObject({ code: 'invalid' });
  await update('Price', { name: 'Unit price' });
  const { fields: renamed } = await invoke(collectionProcedures.get, { collectionId }, call());
  expect(renamed.find(({ name }) => name === 'Total')?.options.formula).toBe(
    '{Unit price} * {Count}',
  );
});

it('says which formulas would break, and changes nothing', async () => {
  await mint();
  const remove = (name: string) =>
    invoke(fieldProcedures.delete, { collectionId, fieldId: fields[name]?.id ?? '' }, call());
  const used = 'is used by the formula of';
  await expect(remove('Price')).rejects.toThrow(`Price ${used} “Total”, “Big”, “Label”, “Each”.`);
  await expect(remove('Total')).rejects.toThrow(`Total ${used} “Big”, “Label”.`);
  await expect(update('Day', { type: 'number', acceptLoss: true })).rejects.toThrow(
    `Day ${used} “Next”.`,
  );
  await expect(update('Total', { options: { formula: '{Big} + 1' } })).rejects.toMatchObject({
    fields: { 'options.formula': expect.stringContaining('worked out from itself') },
  });
  await expect(update('Total', { options: { formula: '"x"' } })).rejects.toThrow('“Big”');
  expect((await list())[0]?.data).toMatchObject({ total: 15, big: true });
  await remove('Label');
  await remove('Big');
  await remove('Total');
  const back = { collectionId, fieldId: fields.Big?.id ?? '' };
  await expect(invoke(fieldProcedures.restore, back, call())).rejects.toMatchObject({
    code: 'invalid',
  });
});

it.each([
  ['{Pric}', 'There is no field “Pric”. Did you mean “Price”?'],
  ['1); drop table records; --', '; means nothing in a formula.'],
  [`"${'x'.repeat(2_000)}"`, 'A formula has at most 2000 characters.'],
])('refuses %s', async (text, message) => {
  await mint();
  const made = invoke(fieldProcedures.create, { collectionId, ...formula('X', text) }, call());
  await expect(made).rejects.toMatchObject({
    ...{ code: 'invalid', fields: { 'options.formula': message } },
  });
});

it('counts letters as they are written, however long the ids of its fields are', async () => {
  await mint();
  const text = Array.from({ length: 80 }, () => '{Price}').join(' + ');
  await update('Total', { options: { formula: text } });
  expect((await update('Total', { width: 300 })).options.formula).toBe(text);
});

it('is kept from whoever may not see what it is worked out of', async () => {
  await mint();
  const rules = {
    roles: {},
    others: { ...openRule, fields: { [fields.Price?.id ?? '']: 'hidden' as const } },
  };
  await invoke(rulesProcedures.save, { collectionId, rules } as never, call());
  const seen = await list({}, actors.basic);
  expect(Object.keys(seen[0]?.data ?? {})).toEqual(['name', 'count', 'day', 'next', 'site']);
  for (const asked of [
    { filters: [{ field: 'total', op: 'gte', value: 1 }] },
    { sorts: [{ field: 'big', direction: 'asc' }] },
  ]) {
    await expect(list(asked, actors.basic)).rejects.toMatchObject({ code: 'invalid' });
  }
  const group = { collectionId, group: { field: 'big', direction: 'asc' as const } };
  await expect(invoke(records.groups, group, actors.basic.call())).rejects.toMatchObject({
    code: 'invalid',
  });
});

it('goes out with exports in every form', async () => {
  await mint();
  const download = async (format: 'csv' | 'json' | 'xlsx') =>
    await invoke(
      exportProcedures.download,
      { collectionId, format, fields: ['name', 'total', 'next'] } as never,
      call(),
    );
  const csv = await (await download('csv')).text();
  expect(csv).toContain('b,15,2026-02-28');
  expect(JSON.parse(await (await download('json')).text())[1]).toMatchObject({ Total: 2 });
  expect((await download('xlsx')).size).toBeGreaterThan(500);
});
