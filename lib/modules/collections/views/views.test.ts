import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { collectionProcedures } from '../collections/procedures';
import { fieldProcedures as fields } from '../fields/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { openView } from '../view/open';
import { viewProcedures as views } from './procedures';

const absent = '019ab000-0000-7000-8000-000000000000';

describe('saved views', () => {
  let world: World;
  let actors: Actors;
  let collectionId: string;

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    ({ id: collectionId } = await collection('Tasks'));
  });
  afterAll(() => world.end());

  const collection = (name: string) =>
    mintCollection(actors.admin, name, [
      { name: 'Title', type: 'text' },
      { name: 'Due', type: 'date' },
      { name: 'Notes', type: 'long_text' },
      { name: 'Stage', type: 'select', options: { choices: [{ id: 'new', name: 'New' }] } },
    ]);
  const create = (member: TestMember, input: object = {}) =>
    invoke(views.create, { collectionId, name: 'Mine', ...input } as never, member.call());
  const list = (member: TestMember, id = collectionId) =>
    invoke(views.list, { collectionId: id }, member.call());
  const update = (member: TestMember, viewId: string, patch: object) =>
    invoke(views.update, { collectionId, viewId, ...patch } as never, member.call());

  it('keeps a private view for its owner alone, whoever may read', async () => {
    const { guest, admin } = actors;
    const filters = [
      { field: 'title', op: 'contains' as const, value: 'x' },
      { op: 'any' as const, filters: [{ field: 'due', op: 'is_empty' as const }] },
    ];
    const made = await create(guest, { kind: 'board', state: { filters, columns: 'stage' } });
    expect(made).toMatchObject({ name: 'Mine', kind: 'board', shared: false, version: 1 });
    expect(made.state).toMatchObject({ filters, columns: 'stage', rowHeight: 'short' });
    expect(await list(guest)).toEqual([made]);
    expect(await list(admin)).toEqual([]);
    for (const act of [views.delete, views.restore]) {
      const of = { collectionId, viewId: made.id };
      await expect(invoke(act, of, admin.call())).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(update(admin, made.id, { name: 'Taken' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('lets those who design share views, and everybody read them', async () => {
    const { guest, basic, admin } = actors;
    await expect(create(basic, { shared: true })).rejects.toMatchObject({ code: 'forbidden' });
    const shared = await create(admin, { name: 'Ours', shared: true });
    expect((await list(guest)).map(({ name }) => name)).toEqual(['Ours', 'Mine']);
    await expect(update(guest, shared.id, { name: 'No' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const own = await create(basic, { name: 'Own' });
    await expect(update(basic, own.id, { shared: true })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const kept = await update(admin, shared.id, { shared: false });
    expect(kept.shared).toBe(false);
    expect((await list(basic)).map(({ name }) => name)).toEqual(['Own']);
    expect((await update(admin, shared.id, { shared: true })).shared).toBe(true);
  });

  it('opens one shared view first, and never a private one', async () => {
    const { admin, basic } = actors;
    const one = await create(admin, { name: 'One', shared: true });
    const two = await create(admin, { name: 'Two', shared: true });
    await update(admin, one.id, { isDefault: true });
    await update(admin, two.id, { isDefault: true });
    const defaults = (await list(basic)).filter(({ isDefault }) => isDefault);
    expect(defaults.map(({ id }) => id)).toEqual([two.id]);
    const own = await create(admin, { name: 'Own' });
    await expect(update(admin, own.id, { isDefault: true })).rejects.toMatchObject({
      code: 'invalid',
      fields: { isDefault: expect.any(String) },
    });
    expect((await update(admin, two.id, { shared: false })).isDefault).toBe(false);
  });

  it('refuses to overwrite what somebody else saved meanwhile', async () => {
    const { admin } = actors;
    const seen = await create(admin, { name: 'Busy', shared: true });
    const saved = await update(admin, seen.id, { state: { hidden: ['notes'] }, version: 1 });
    expect(saved).toMatchObject({ version: 2, state: { hidden: ['notes'] } });
    await expect(update(admin, seen.id, { state: {}, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
      current: { version: 2 },
    });
  });

  it('deletes with a way back, and the default comes back only to a free place', async () => {
    const { admin } = actors;
    const one = await create(admin, { name: 'Gone', shared: true });
    await update(admin, one.id, { isDefault: true });
    const of = { collectionId, viewId: one.id };
    await invoke(views.delete, of, admin.call());
    expect((await list(admin)).some(({ id }) => id === one.id)).toBe(false);
    await expect(update(admin, one.id, { name: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await invoke(views.restore, of, admin.call())).isDefault).toBe(true);
    await invoke(views.delete, of, admin.call());
    const other = await create(admin, { name: 'Next', shared: true });
    await update(admin, other.id, { isDefault: true });
    expect((await invoke(views.restore, of, admin.call())).isDefault).toBe(false);
  });

  it('puts views into another order, each once', async () => {
    const { basic, guest, admin } = actors;
    const own = await collection('Ordered');
    const [a, b, c] = await Promise.all(
      ['a', 'b', 'c'].map((name) => create(basic, { collectionId: own.id, name })),
    );
    const ids = [c?.id ?? '', a?.id ?? '', b?.id ?? ''];
    const reorder = (member: TestMember, order: string[]) =>
      invoke(views.reorder, { collectionId: own.id, ids: order }, member.call());
    const ordered = await reorder(basic, ids);
    expect(ordered.map(({ id }) => id)).toEqual(ids);
    await expect(reorder(guest, ids)).rejects.toMatchObject({ code: 'not_found' });
    await expect(reorder(basic, [...ids, absent])).rejects.toMatchObject({
      fields: { 'ids.3': expect.any(String) },
    });
    await expect(reorder(basic, [ids[0] ?? '', ids[0] ?? ''])).rejects.toMatchObject({
      fields: { 'ids.1': expect.any(String) },
    });
    const shared = await create(admin, { collectionId: own.id, shared: true });
    await expect(reorder(basic, [shared.id])).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ kind: 'list' }, 'kind'],
    [{ state: { filters: [{ field: 'gone', op: 'is_empty' }] } }, 'state.filters.0.field'],
    [{ state: { filters: [{ field: 'due', op: 'contains' }] } }, 'state.filters.0.op'],
    [{ state: { sorts: [{ field: 'notes' }] } }, 'state.sorts.0.field'],
    [{ state: { hidden: ['title', 'gone'] } }, 'state.hidden.1'],
    [{ state: { widths: { title: 1 } } }, 'state.widths.title'],
    [{ state: { widths: { gone: 100 } } }, 'state.widths.gone'],
    [{ state: { group: { field: 'title' } } }, 'state.group.field'],
    [{ state: { group: { field: 'stage', by: 'month' } } }, 'state.group.by'],
    [{ state: { columns: 'due' } }, 'state.columns'],
    [{ state: { date: 'title' } }, 'state.date'],
    [{ state: { end: 'stage' } }, 'state.end'],
    [{ state: { lanes: 'due' } }, 'state.lanes'],
    [{ state: { waits: 'stage' } }, 'state.waits'],
    [{ state: { zoom: 'year' } }, 'state.zoom'],
    [{ state: { rowHeight: 'huge' } }, 'state.rowHeight'],
  ])('refuses %j by its place', async (input, path) => {
    await expect(create(actors.guest, input)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [path]: expect.any(String) },
    });
  });

  it('still opens a view of fields that are gone, and says what it left out', async () => {
    const { admin } = actors;
    const own = await collection('Changing');
    const state = {
      filters: [
        { field: 'title', op: 'contains', value: 'x' },
        { op: 'any', filters: [{ field: 'stage', op: 'equals', value: 'new' }] },
      ],
      sorts: [{ field: 'due', direction: 'desc' }],
      group: { field: 'due', by: 'month' },
      end: 'due',
      lanes: 'stage',
    };
    const saved = await create(admin, { collectionId: own.id, state });
    for (const name of ['Title', 'Due']) {
      const fieldId = own.fields[name]?.id ?? '';
      await invoke(fields.delete, { collectionId: own.id, fieldId }, admin.call());
    }
    const found = await list(admin, own.id);
    const now = await invoke(collectionProcedures.get, { collectionId: own.id }, admin.call());
    const opened = openView(new URLSearchParams(`view=${saved.id}`), found, now);
    expect(opened.view).toMatchObject({
      filters: [{ op: 'any', filters: [{ field: 'stage', op: 'equals', value: 'new' }] }],
      sorts: [],
      group: null,
      end: null,
      lanes: 'stage',
    });
    expect(opened.dropped).toEqual([
      'a filter by title',
      'the order by due',
      'the groups by due',
      'the ends by due',
    ]);
    expect(opened).toMatchObject({ changed: true, missing: false });
  });

  it('answers others of nothing: foreign, absent, and while the module is off', async () => {
    const { stranger, admin } = actors;
    const made = await create(admin);
    const of = { collectionId, viewId: made.id };
    const order = { collectionId, ids: [made.id] };
    const calls = [
      () => list(stranger),
      () => create(stranger),
      () => update(stranger, made.id, { name: 'x' }),
      () => invoke(views.delete, of, stranger.call()),
      () => invoke(views.restore, of, stranger.call()),
      () => invoke(views.reorder, order, stranger.call()),
      () => list(admin, absent),
      () => update(admin, absent, { name: 'x' }),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'not_found' });
    await turnOff(actors.tenant);
    for (const call of [() => list(admin), () => create(admin), () => update(admin, made.id, {})]) {
      await expect(call()).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
