import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { collectionProcedures } from '../collections/procedures';
import { fieldProcedures } from '../fields/procedures';
import { restored } from '../imports/history';
import { recordProcedures as records } from '../records/procedures';
import { rulesProcedures } from '../rules/procedures';
import { openRule } from '../rules/shapes';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { columnsOf } from '../values/row';

/* What a formula may not do to what stands around it. */

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
    { name: 'Price', type: 'number' },
    { name: 'Due', type: 'datetime' },
    { name: 'Total', type: 'formula', options: { formula: '{Price} * 2' } },
    { name: 'Left', type: 'formula', options: { formula: '{Due} > NOW()' } },
  ]);
  const rows = [1, 2, 3, 4].map((price) => ({ name: `n${price}`, price }));
  const { ids } = await invoke(
    records.createMany,
    { collectionId: made.id, records: rows },
    call(),
  );
  return { ...made, ids };
}

it.each(['{id} ^ 2', 'ROUNDUP({id}, 2)', '{id'])(
  'is empty and says why where it is not ours: %s',
  async (text) => {
    const { id: collectionId, fields } = await mint();
    const written = text.replace('id', fields.Price?.id ?? '');
    await world.rowsOf(
      actors.tenant,
      `update fields set options = jsonb_build_object('formula', $1::text) where id = $2`,
      [written, fields.Total?.id],
    );
    const list = async (as = actors.admin) =>
      (await invoke(records.list, { collectionId, limit: 2 } as never, as.call())).records;
    const [first] = await list();
    expect(first).toMatchObject({ data: { price: 1, total: null } });
    expect(first?.problems?.total).toBeTruthy();
    const { fields: shown } = await invoke(collectionProcedures.get, { collectionId }, call());
    expect(shown.find(({ name }) => name === 'Total')?.options.formula).toBe(
      text.startsWith('ROUNDUP') ? 'ROUNDUP({Price}, 2)' : written,
    );
    await invoke(collectionProcedures.list, {}, call());
    const rules = {
      roles: {},
      others: { ...openRule, fields: { [fields.Due?.id ?? '']: 'hidden' as const } },
    };
    await invoke(rulesProcedures.save, { collectionId, rules } as never, call());
    const seen = Object.keys((await list(actors.basic))[0]?.data ?? {});
    expect(seen).toEqual(
      text.startsWith('ROUNDUP') ? ['name', 'price', 'total'] : ['name', 'price'],
    );
    const change = {
      collectionId,
      fieldId: fields.Total?.id ?? '',
      options: { formula: '{Price}' },
    };
    await invoke(fieldProcedures.update, change as never, call());
    expect((await list())[0]?.data.total).toBe(1);
  },
);

it('is read anew once a field that it reads was changed', async () => {
  const { id: collectionId, fields } = await mint();
  const again = async () =>
    (await invoke(records.list, { collectionId, limit: 1 } as never, call())).records[0]?.data
      .total;
  expect(await again()).toBe(2);
  for (const [formula, value] of [
    ['{Price} * 3', 3],
    ['{Price} * 4', 4],
  ] as const) {
    const change = { collectionId, fieldId: fields.Total?.id ?? '', options: { formula } };
    await invoke(fieldProcedures.update, change as never, call());
    expect(await again()).toBe(value);
  }
});

it('is shown by the look-ups of a field that becomes one', async () => {
  const orders = await mint();
  const shops = await mintCollection(actors.admin, 'Shops', [
    { name: 'Name', type: 'text' },
    { name: 'Orders', type: 'relation', options: { targetId: orders.id, many: true } },
  ]);
  for (const summary of ['each', 'sum'] as const) {
    const options = {
      ...{ relationId: shops.fields.Orders?.id ?? '', shownId: orders.fields.Price?.id ?? '' },
      summary,
    };
    const field = { collectionId: shops.id, name: summary, type: 'lookup' as const, options };
    await invoke(fieldProcedures.create, field, call());
  }
  const data = { name: 'Kim', orders: orders.ids.slice(0, 2) };
  await invoke(records.create, { collectionId: shops.id, data }, call());
  const looked = async () =>
    (await invoke(records.list, { collectionId: shops.id } as never, call())).records[0]?.data;
  expect(await looked()).toMatchObject({ each: ['1', '2'], sum: ['3'] });
  await invoke(
    fieldProcedures.update,
    {
      ...{ collectionId: orders.id, fieldId: orders.fields.Total?.id ?? '' },
      options: { formula: '7' },
    } as never,
    call(),
  );
  await invoke(
    fieldProcedures.update,
    {
      ...{ collectionId: orders.id, fieldId: orders.fields.Price?.id ?? '', type: 'formula' },
      ...{ options: { formula: 'LEN({Name}) * 5' }, acceptLoss: true },
    } as never,
    call(),
  );
  expect(await looked()).toMatchObject({ each: ['10', '10'], sum: ['20'] });
});

it('takes nothing that is stored, not even of an import that is taken back', async () => {
  const { id: collectionId, fields } = await mint();
  const { fields: live } = await invoke(collectionProcedures.get, { collectionId }, call());
  const stored = live.map((field) => ({ ...field, slot: null })) as never;
  const change = {
    ...{ id: '1', recordId: 'r' },
    before: { name: 'a', total: 'walrus', label: 'x' },
    after: { name: 'b' },
  };
  const made = restored(change, { name: 'b' }, { fields: stored, force: true });
  expect(made).toEqual({ name: 'a', label: 'x' });
  const text = live.map((field) =>
    field.id === fields.Total?.id ? { ...field, type: 'text', slot: 't1' } : field,
  );
  const columns = columnsOf(text as never, { name: 'a', total: 'walrus' });
  expect(columns.searchText).not.toContain('walrus');
});

it('stays at the moment of the first page while its pages are read', async () => {
  const { id: collectionId } = await mintCollection(actors.admin, 'Clock', [
    { name: 'Due', type: 'datetime' },
    {
      name: 'Age',
      type: 'formula',
      options: { formula: 'DATETIME_DIFF(NOW(), {Due}, "seconds")' },
    },
  ]);
  const begun = Date.now();
  const rows = [1, 2, 3].map((n) => ({ due: new Date(begun - n * 60_000).toISOString() }));
  await invoke(records.createMany, { collectionId, records: rows }, call());
  const sorts = [{ field: 'age', direction: 'asc' }];
  const page = (cursor?: string) =>
    invoke(
      records.list,
      { collectionId, limit: 1, sorts, ...(cursor && { cursor }) } as never,
      call(),
    );
  const first = await page();
  const [age, id, at] = decoded(first.nextCursor);
  expect(at).toBeGreaterThanOrEqual(begun);
  // As if an hour had gone by since the first page.
  const hourMs = 3_600_000;
  const later = await page(encoded([String(Number(age) - 3_600), id, Number(at) - hourMs]));
  expect(later.records).toHaveLength(1);
  expect(later.records[0]?.data.age).toBe(Number(age) + 60 - 3_600);
  expect(decoded(later.nextCursor).at(-1)).toBe(Number(at) - hourMs);
  for (const wrong of [Date.now() + hourMs, begun - 25 * hourMs]) {
    await expect(page(encoded([age, id, wrong]))).rejects.toMatchObject({ code: 'invalid' });
  }
});

const encoded = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
const decoded = (cursor: string | null) =>
  JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as (string | number)[];

it('says that its values go before it becomes a field of another type', async () => {
  const { id: collectionId, fields } = await mint();
  const change = { collectionId, fieldId: fields.Total?.id ?? '', type: 'number' as const };
  const preview = await invoke(fieldProcedures.preview, change as never, call());
  expect(preview).toMatchObject({ filled: 4, lost: 4, converted: 0 });
  expect(preview.losses[0]).toMatchObject({ value: '2', reason: 'is worked out and is not kept' });
  const update = (more: object) =>
    invoke(fieldProcedures.update, { ...change, ...more } as never, call());
  await expect(update({})).rejects.toMatchObject({ code: 'precondition' });
  expect(await update({ acceptLoss: true })).toMatchObject({ type: 'number' });
});

it('is refused in words where a view asks for too much of it', async () => {
  const { id: collectionId, fields } = await mint();
  const change = {
    ...{ collectionId, fieldId: fields.Total?.id ?? '' },
    options: { formula: Array.from({ length: 90 }, () => '{Price}').join(' + ') },
  };
  await invoke(fieldProcedures.update, change as never, call());
  const value = Array.from({ length: 100 }, (_, n) => n);
  const filters = Array.from({ length: 20 }, () => ({ field: 'total', op: 'one_of', value }));
  const list = (asked: object[]) =>
    invoke(records.list, { collectionId, filters: asked } as never, call());
  await expect(list(filters)).rejects.toMatchObject({ code: 'invalid' });
  const few = { field: 'total', op: 'one_of', value: [90, 180] };
  expect((await list(Array.from({ length: 10 }, () => few))).records).toHaveLength(2);
});
