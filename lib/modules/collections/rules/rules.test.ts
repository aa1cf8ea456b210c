import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { bulkProcedures as bulk } from '../bulk/procedures';
import { collectionProcedures as collections } from '../collections/procedures';
import { exportProcedures as exports } from '../exports/procedures';
import type { Field } from '../fields/shapes';
import { importProcedures as imports } from '../imports/procedures';
import { liveProcedures as live } from '../live/procedures';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { importing } from '../testing/importing';
import { viewProcedures as views } from '../views/procedures';
import { rulesProcedures as rules } from './procedures';
import { openRule, type RoleRule, type Rules } from './shapes';

let world: World;
let actors: Actors;
let collectionId: string;
let fields: Record<string, Field>;
let mine: string;
let theirs: string;

const own: RoleRule = { see: 'own', change: 'own', remove: 'own', create: true, fields: {} };

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

beforeEach(async () => {
  const made = await mintCollection(actors.admin, 'Cases', [
    { name: 'Name', type: 'text' },
    { name: 'Code', type: 'text', unique: true },
    { name: 'Pay', type: 'text' },
    { name: 'Owner', type: 'person' },
  ]);
  collectionId = made.id;
  fields = made.fields;
  mine = await add(actors.basic, { name: 'Mine', code: 'm', pay: 'low' });
  theirs = await add(actors.admin, { name: 'Theirs', code: 't', pay: 'high' });
});

async function add(member: TestMember, data: Record<string, unknown>) {
  return (await invoke(records.create, { collectionId, data }, member.call())).id;
}
const set = (rule: Partial<RoleRule>, member = actors.admin) =>
  invoke(
    rules.save,
    { collectionId, rules: { roles: { basic: { ...openRule, ...rule } }, others: openRule } },
    member.call(),
  );
const list = (more = {}, member = actors.basic) =>
  invoke(records.list, { collectionId, ...more }, member.call());
const change = (recordId: string, changes: object, member = actors.basic) =>
  invoke(
    records.update,
    { collectionId, recordId, changes: { ...changes }, version: 1 },
    member.call(),
  );
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );
const codeOf = async (work: Promise<unknown>) => (await errorOf(work))?.code;
const hide = (...names: string[]) => ({
  fields: Object.fromEntries(names.map((name) => [fields[name]?.id ?? '', 'hidden' as const])),
});

describe('the rules of a collection', () => {
  it('are open at first, kept with what was before in the trail, and open again', async () => {
    const read = () => invoke(rules.get, { collectionId }, actors.admin.call());
    expect((await read()).rules).toEqual({ roles: {}, others: openRule });
    expect((await read()).roles).toContainEqual({ key: 'basic', name: 'Basic', bound: true });
    expect((await read()).roles).toContainEqual({ key: 'admin', name: 'Admin', bound: false });
    const saved = await set(own);
    expect(saved.rules.roles.basic).toEqual(own);
    const [entry] = await world.rowsOf<{ detail: Record<string, unknown> }>(
      actors.tenant,
      `select detail from audit_events where procedure = 'rules.save' order by at desc limit 1`,
    );
    expect(entry?.detail).toMatchObject({ before: null, after: { roles: { basic: own } } });
    await set({});
    expect((await list()).total).toBe(2);
  });

  it('refuse what cannot be, by name, and a second editor', async () => {
    const wider = await errorOf(set({ ...own, change: 'all' }));
    expect(wider?.fields).toEqual({
      'rules.roles.basic.change': 'Records have to be seen before they can be changed.',
    });
    const id = collectionId;
    expect((await errorOf(set({ fields: { [id]: 'hidden' } })))?.fields).toEqual({
      [`rules.roles.basic.fields.${id}`]: 'There is no such field.',
    });
    const stranger: Rules = { roles: { nobody: own }, others: openRule };
    const save = (of: Rules, base?: Rules) =>
      invoke(rules.save, { collectionId, rules: of, base }, actors.admin.call());
    expect((await errorOf(save(stranger)))?.fields).toHaveProperty(['rules.roles.nobody']);
    const stale: Rules = { roles: { basic: own }, others: openRule };
    expect(await codeOf(save(stale, stale))).toBe('conflict');
  });

  it('are for designers of this tenant alone, and for the module that is on', async () => {
    expect(await codeOf(set(own, actors.basic))).toBe('forbidden');
    expect(await codeOf(set(own, actors.stranger))).toBe('not_found');
    const preview = (member: TestMember) =>
      invoke(rules.preview, { collectionId, rules: { roles: {}, others: own } }, member.call());
    expect(await codeOf(preview(actors.basic))).toBe('forbidden');
    expect(await codeOf(preview(actors.stranger))).toBe('not_found');
    const { total, people } = await preview(actors.admin);
    expect(total).toBe(2);
    expect(people.find(({ id }) => id === actors.basic.userId)).toMatchObject({
      ...{ roles: ['Basic'], seesNow: 2, sees: 1, changes: 1, hides: 0 },
    });
    const other = await mintActors(world);
    await turnOff(other.tenant);
    expect(await codeOf(invoke(rules.get, { collectionId }, other.admin.call()))).toBe('not_found');
  });
});

describe('records', () => {
  it('out of sight are not there, in lists, counts and one by one', async () => {
    await set(own);
    expect((await list()).records.map(({ id }) => id)).toEqual([mine]);
    expect((await list({ search: 'theirs' })).total).toBe(0);
    const listed = () => invoke(collections.list, {}, actors.basic.call());
    const here = async () => (await listed()).find(({ id }) => id === collectionId);
    expect(await here()).toMatchObject({ recordCount: 1 });
    expect(await codeOf(change(theirs, { name: 'X' }))).toBe('not_found');
    const gone = await invoke(
      records.delete,
      { collectionId, ids: [mine, theirs] },
      actors.basic.call(),
    );
    expect(gone.ids).toEqual([mine]);
    expect((await list({}, actors.admin)).records.map(({ id }) => id)).toEqual([theirs]);
    await set({ ...own, see: 'none', change: 'none', remove: 'none', create: false });
    expect(await codeOf(list())).toBe('not_found');
    expect(await here()).toBeUndefined();
  });

  it('in sight that may not be changed say so, alone and among others', async () => {
    await set({ change: 'own', remove: 'own', create: false });
    expect(await codeOf(change(theirs, { name: 'X' }))).toBe('forbidden');
    const ids = [mine, theirs];
    const assign = { collectionId, ids, values: { name: 'X' } };
    expect((await errorOf(invoke(bulk.assign, assign, actors.basic.call())))?.message).toBe(
      'The rules of this collection do not let you change 1 of these 2 records. Nothing was changed.',
    );
    const taken = invoke(records.delete, { collectionId, ids }, actors.basic.call());
    expect(await codeOf(taken)).toBe('forbidden');
    expect(await codeOf(add(actors.basic, { name: 'New' }))).toBe('forbidden');
    expect((await list()).total).toBe(2);
  });

  it('come and go with a field that names a person', async () => {
    await set({ ...own, see: 'assigned', change: 'assigned', remove: 'none' });
    expect((await list()).total).toBe(0);
    const { cursor } = await invoke(live.changes, { collectionId }, actors.basic.call());
    await change(theirs, { owner: actors.basic.userId }, actors.admin);
    expect((await list()).records.map(({ id }) => id)).toEqual([theirs]);
    const given = await invoke(live.changes, { collectionId, since: cursor }, actors.basic.call());
    expect(given).toMatchObject({ records: [{ id: theirs }], gone: [] });
    await invoke(
      records.update,
      { collectionId, recordId: theirs, changes: { owner: null }, version: 2 },
      actors.admin.call(),
    );
    const taken = await invoke(
      live.changes,
      { collectionId, since: given.cursor },
      actors.basic.call(),
    );
    expect(taken).toMatchObject({ records: [], gone: [theirs] });
  });

  it('keep a value that stands once without telling who has it', async () => {
    await set(own);
    expect((await errorOf(change(mine, { code: 'T' })))?.message).toBe(
      'Code must be different in each record: another record has “T” already.',
    );
  });
});

describe('fields', () => {
  it('that are hidden are unknown to every question and kept by every change', async () => {
    await set(hide('Pay'));
    const { records: found } = await list();
    expect(found.every(({ data }) => !('pay' in data))).toBe(true);
    expect((await list({ search: 'high' })).total).toBe(0);
    expect((await list({ search: 'theirs' })).total).toBe(1);
    const filtered = await errorOf(
      list({ filters: [{ field: 'pay', op: 'equals', value: 'high' }] }),
    );
    expect(filtered?.fields).toEqual({ 'filters.0.field': 'There is no field pay.' });
    expect(await codeOf(list({ sorts: [{ field: 'pay' }] }))).toBe('invalid');
    const file = await invoke(exports.download, { collectionId }, actors.basic.call());
    expect(await file.text()).not.toMatch(/high|Pay/);
    await change(theirs, { name: 'Renamed' });
    const [kept] = (await list({ search: 'high' }, actors.admin)).records;
    expect(kept?.data).toMatchObject({ name: 'Renamed', pay: 'high' });
  });

  it('that are hidden stand in no view that everybody has', async () => {
    const filters = [
      { field: 'pay', op: 'equals' as const, value: 'high' },
      { field: 'name', op: 'is_not_empty' as const },
    ];
    const view = { collectionId, name: 'Well paid', shared: true, state: { filters } };
    await invoke(views.create, view, actors.admin.call());
    await set(hide('Pay'));
    const [seen] = await invoke(views.list, { collectionId }, actors.basic.call());
    expect(seen?.state.filters).toEqual([filters[1]]);
    const [whole] = await invoke(views.list, { collectionId }, actors.admin.call());
    expect(whole?.state.filters).toEqual(filters);
  });

  it('that are only read are refused by name, and a default fills them in', async () => {
    await set({ fields: { [fields.Pay?.id ?? '']: 'read' } });
    const refused = await errorOf(change(mine, { pay: 'more' }));
    expect(refused?.fields).toEqual({ 'changes.pay': 'Pay can only be read in your role.' });
    const made = await errorOf(add(actors.basic, { name: 'New', pay: 'more' }));
    expect(made?.fields).toEqual({ 'data.pay': 'Pay can only be read in your role.' });
    expect((await list({ search: 'low' })).total).toBe(1);
  });
});

describe('an import', () => {
  it('obeys the rules of who asked for it when the worker runs it', async () => {
    const designer = importing(actors);
    const { import: draft } = await designer.draftOf('Name,Code\nFrom file,f\n', { collectionId });
    const asked = { importId: draft.id };
    await set(own);
    await invoke(imports.start, asked, actors.admin.call());
    const { tenantId } = actors.tenant;
    await world.rowsOf(
      actors.tenant,
      'update imports set created_by = $2 where id = $1 and tenant_id = $3 returning id',
      [draft.id, actors.basic.userId, tenantId],
    );
    await set({ ...own, create: false });
    await designer.work(draft.id);
    expect(await designer.get(draft.id)).toMatchObject({ rowsAdded: 0, rowsFailed: 1 });
    expect((await list({}, actors.admin)).total).toBe(2);
  });
});
