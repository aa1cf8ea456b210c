import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { collectionProcedures as collections } from '../collections/procedures';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { fieldProcedures as fields } from './procedures';

let world: World;
let actors: Actors;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

const admin = () => actors.admin.call();
const values = async (collectionId: string, key: string, more = {}) =>
  (await invoke(records.list, { collectionId, ...more }, admin())).records.map(
    ({ data }) => data[key],
  );

async function withValues(
  type: 'text' | 'number' | 'boolean' | 'select',
  raw: unknown[],
  options = {},
) {
  const { id: collectionId, fields: made } = await mintCollection(actors.admin, `C ${type}`, [
    { name: 'V', type, options },
  ]);
  await invoke(records.createMany, { collectionId, records: raw.map((v) => ({ v })) }, admin());
  return { collectionId, fieldId: made.V?.id ?? '' };
}

describe('changing the type of a field', () => {
  it('previews what converts and what would be lost, and changes nothing by it', async () => {
    const at = await withValues('text', ['1', '2.5', '1,000', 'many', 'many', null]);
    const preview = await invoke(fields.preview, { ...at, type: 'number' }, admin());
    expect(preview).toMatchObject({ filled: 5, converted: 3, lost: 2 });
    expect(preview.losses).toEqual([{ value: 'many', reason: 'is not a number', count: 2 }]);
    expect(preview.samples[2]).toEqual({ before: '1,000', after: '1000' });
    await expect(invoke(fields.update, { ...at, type: 'number' }, admin())).rejects.toMatchObject({
      code: 'precondition',
    });
    expect(await values(at.collectionId, 'v')).toEqual(['1', '2.5', '1,000', 'many', 'many', null]);
    const change = { ...at, type: 'number' as const, acceptLoss: true };
    expect(await invoke(fields.update, change, admin())).toMatchObject({ sortable: true });
    expect(await values(at.collectionId, 'v')).toEqual([1, 2.5, 1000, null, null, null]);
    const sorts = [{ field: 'v', direction: 'desc' as const }];
    expect(await values(at.collectionId, 'v', { sorts })).toEqual([1000, 2.5, 1, null, null, null]);
  });

  it('makes options of the values a text field holds, and text of options', async () => {
    const at = await withValues('text', ['Blue', 'red', 'blue', null]);
    const select = await invoke(fields.update, { ...at, type: 'select' }, admin());
    expect(select.options.choices?.map(({ name }) => name)).toEqual(['Blue', 'red']);
    const [first, , third] = await values(at.collectionId, 'v');
    expect(first).toBe(third);
    await invoke(fields.update, { ...at, type: 'text' }, admin());
    expect(await values(at.collectionId, 'v')).toEqual(['Blue', 'red', 'Blue', null]);
  });

  it('keeps what options hold when they are renamed and reordered, and asks before removing', async () => {
    const choices = [
      { id: 'a', name: 'Alpha' },
      { id: 'b', name: 'Beta' },
    ];
    const at = await withValues('select', ['a', 'b'], { choices });
    const sorts = [{ field: 'v' }];
    expect(await values(at.collectionId, 'v', { sorts })).toEqual(['a', 'b']);
    const turned = {
      choices: [
        { id: 'b', name: 'Zeta' },
        { id: 'a', name: 'Alpha' },
      ],
    };
    await invoke(fields.update, { ...at, options: turned }, admin());
    expect(await values(at.collectionId, 'v', { sorts })).toEqual(['b', 'a']);
    expect(await values(at.collectionId, 'v', { search: 'zeta' })).toEqual(['b']);
    const fewer = { ...at, options: { choices: [{ id: 'b', name: 'Zeta' }] } };
    await expect(invoke(fields.update, fewer, admin())).rejects.toMatchObject({
      code: 'precondition',
    });
    await invoke(fields.update, { ...fewer, acceptLoss: true }, admin());
    expect(await values(at.collectionId, 'v')).toEqual([null, 'b']);
  });

  it('turns yes and no into numbers and back', async () => {
    const at = await withValues('boolean', [true, false, null]);
    await invoke(fields.update, { ...at, type: 'number' }, admin());
    expect(await values(at.collectionId, 'v')).toEqual([1, 0, null]);
    await invoke(fields.update, { ...at, type: 'boolean' }, admin());
    expect(await values(at.collectionId, 'v')).toEqual([true, false, null]);
  });
});

describe('fields of a collection', () => {
  it('keeps deleted values, and brings them back sortable and searchable', async () => {
    const at = await withValues('text', ['needle', 'other']);
    await invoke(fields.delete, at, admin());
    expect(await values(at.collectionId, 'v', { search: 'needle' })).toEqual([]);
    const [record] = (await invoke(records.list, { collectionId: at.collectionId }, admin()))
      .records;
    expect(record?.data).toEqual({});
    // Takes the slot that became free, and must not see what it held.
    const taker = { collectionId: at.collectionId, name: 'Taker', type: 'text' as const };
    await invoke(fields.create, taker, admin());
    const filters = [{ field: 'taker', op: 'is_not_empty' as const }];
    expect(await values(at.collectionId, 'taker', { filters })).toEqual([]);
    await invoke(fields.restore, at, admin());
    expect(await values(at.collectionId, 'v', { search: 'needle' })).toEqual(['needle']);
    expect(
      await values(at.collectionId, 'v', { sorts: [{ field: 'v', direction: 'desc' }] }),
    ).toEqual(['other', 'needle']);
  });

  it('works without a slot when they are used up, but does not sort', async () => {
    const names = Array.from({ length: 9 }, (_, i) => ({
      name: `B${i}`,
      type: 'boolean' as const,
    }));
    const { id: collectionId, fields: made } = await mintCollection(actors.admin, 'Many', names);
    expect(Object.values(made).map(({ sortable }) => sortable)).toEqual(names.map((_, i) => i < 8));
    const rows = [{ b8: true }, { b8: false }, {}];
    await invoke(records.createMany, { collectionId, records: rows }, admin());
    const asked = (filter: object) =>
      values(collectionId, 'b8', { filters: [{ field: 'b8', ...filter }] });
    expect(await asked({ op: 'equals', value: true })).toEqual([true]);
    expect(await asked({ op: 'is_empty' })).toEqual([null]);
    expect(await asked({ op: 'not_equals', value: 'yes' })).toEqual([false, null]);
    await expect(values(collectionId, 'b8', { sorts: [{ field: 'b8' }] })).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'sorts.0.field': 'B8 cannot be sorted on.' },
    });
  });

  it('refuses a name in use, wrong options and a wrong order', async () => {
    const at = await withValues('text', ['x']);
    const { collectionId } = at;
    const create = (more: object) =>
      invoke(fields.create, { collectionId, name: 'N', type: 'number', ...more }, admin());
    await expect(create({ name: 'v' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(create({ options: { min: 2, max: 1 } })).rejects.toMatchObject({
      fields: { 'options.max': expect.any(String) },
    });
    const twice = { type: 'select', options: { choices: [{ name: 'A' }, { name: 'a' }] } };
    await expect(create(twice)).rejects.toMatchObject({
      fields: { 'options.choices': expect.any(String) },
    });
    await expect(
      invoke(fields.reorder, { collectionId, fieldIds: [] }, admin()),
    ).rejects.toMatchObject({ fields: { fieldIds: expect.any(String) } });
    const other = await create({ name: 'Second' });
    const order = [other.id, at.fieldId];
    const turned = await invoke(fields.reorder, { collectionId, fieldIds: order }, admin());
    expect(turned.map(({ id }) => id)).toEqual(order);
  });
});

describe('collections and fields', () => {
  it('are designed by who may, here only, while the module is on', async () => {
    const at = await withValues('text', ['x']);
    const { collectionId } = at;
    const cases = [
      [fields.create, { collectionId, name: 'New', type: 'text' }],
      [fields.update, { ...at, name: 'Else' }],
      [fields.preview, { ...at, type: 'number' }],
      [fields.reorder, { collectionId, fieldIds: [at.fieldId] }],
      [fields.delete, at],
      [fields.restore, at],
      [collections.update, { collectionId, name: 'Else' }],
      [collections.delete, { collectionId }],
      [collections.restore, { collectionId }],
    ] as const;
    const code = (p: unknown, input: unknown, call: unknown) =>
      invoke(p as never, input as never, call as never).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      );
    for (const [p, input] of cases) {
      expect(await code(p, input, actors.stranger.call())).toBe('not_found');
      expect(await code(p, input, actors.basic.call())).toBe('forbidden');
    }
    expect(await code(collections.get, { collectionId }, actors.stranger.call())).toBe('not_found');
    const seen = await invoke(collections.list, {}, actors.stranger.call());
    expect(seen).toEqual([]);
  });

  it('go to the trash and come back whole', async () => {
    const { collectionId } = await withValues('text', ['x', 'y']);
    const call = admin;
    await invoke(collections.delete, { collectionId }, call());
    await expect(invoke(collections.get, { collectionId }, call())).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(invoke(records.list, { collectionId }, call())).rejects.toMatchObject({
      code: 'not_found',
    });
    const trash = await invoke(collections.list, { trashed: true }, call());
    expect(trash.find(({ id }) => id === collectionId)).toMatchObject({ recordCount: 2 });
    const back = await invoke(collections.restore, { collectionId }, call());
    expect(back).toMatchObject({ recordCount: 2, fields: [{ key: 'v' }] });
    const renamed = {
      collectionId,
      name: 'Renamed',
      description: 'For tests',
      icon: 'book' as const,
    };
    expect(await invoke(collections.update, renamed, call())).toMatchObject({ name: 'Renamed' });
    const listed = await invoke(collections.list, {}, actors.guest.call());
    expect(listed.find(({ id }) => id === collectionId)).toMatchObject({
      fieldCount: 1,
      recordCount: 2,
    });
    await turnOff(actors.tenant);
    for (const [p, input] of [
      [collections.list, {}],
      [collections.get, { collectionId }],
      [fields.create, { collectionId, name: 'Z', type: 'text' }],
    ] as const) {
      await expect(invoke(p as never, input as never, call() as never)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });
});
