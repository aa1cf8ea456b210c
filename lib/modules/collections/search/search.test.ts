import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { collectionProcedures as collections } from '../collections/procedures';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { searchProcedures } from './procedures';
import type { SearchPage } from './shapes';

let world: World;
let actors: Actors;
let students: Awaited<ReturnType<typeof mintCollection>>;
let notes: Awaited<ReturnType<typeof mintCollection>>;

const admin = () => actors.admin.call();
const add = (collectionId: string, data: Record<string, unknown>) =>
  invoke(records.create, { collectionId, data }, admin());
const search = (
  query: string,
  more: { collectionIds?: string[]; limit?: number; offset?: number } = {},
) => invoke(searchProcedures.search, { query, ...more }, admin());
const titles = ({ hits }: SearchPage) => hits.map(({ title }) => said(title));
const said = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; fields: Record<string, string> }) => error,
  );

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
  students = await mintCollection(actors.admin, 'Students', [
    { name: 'Name', type: 'text' },
    { name: 'Mail', type: 'email' },
    { name: 'Town', type: 'select', options: { choices: [{ name: 'Seoul' }, { name: '부산' }] } },
    { name: 'Remarks', type: 'long_text' },
  ]);
  notes = await mintCollection(actors.admin, 'Notes', [
    { name: 'Title', type: 'text' },
    { name: 'Body', type: 'long_text' },
  ]);
  await add(students.id, { name: '김서연', town: '부산', remarks: '서울특별시 강남구에서 이사' });
  await add(students.id, { name: 'Kim Minseo', mail: 'minseo@example.com', town: 'Seoul' });
  await add(students.id, { name: 'Lee', remarks: 'Sits beside Kim Minseo.\nLikes chess.' });
  await add(notes.id, { title: 'Invoice of March', body: 'Paid by Kim Minseo' });
});
afterAll(() => world.end());

describe('a search', () => {
  it('finds records of every collection by words in any field, names first', async () => {
    const page = await search('kim minseo');
    expect(titles(page)).toEqual(['Kim Minseo', 'Invoice of March', 'Lee']);
    expect(page).toMatchObject({ total: 3, more: false, corrected: false });
    expect(page.collections.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Students 2',
      'Notes 1',
    ]);
    expect(page.hits[1]).toMatchObject({
      collectionName: 'Notes',
      found: {
        field: 'body',
        parts: [
          { text: 'Paid by ', hit: false },
          { text: 'Kim', hit: true },
          { text: ' ', hit: false },
          { text: 'Minseo', hit: true },
        ],
      },
    });
  });

  it.each([
    ['nvoic', 'Invoice of March'],
    ['MARCH invoice', 'Invoice of March'],
    ['chess lee', 'Lee'],
    ['minseo@exam', 'Kim Minseo'],
    ['강남', '김서연'],
    ['특별', '김서연'],
    ['서여', '김서연'],
    ['김', '김서연'],
    ['부산', '김서연'],
    ['ki chess', 'Lee'],
  ])('for %s finds %s', async (query, title) => {
    expect(titles(await search(query))[0]).toBe(title);
  });

  it('takes one slip in a long word when nothing is written so', async () => {
    const page = await search('invioce');
    expect(page).toMatchObject({ corrected: true, total: 1 });
    expect(titles(page)).toEqual(['Invoice of March']);
    expect(titles(await search('강낭구'))).toEqual(['김서연']);
    expect(titles(await search('minsoe paid'))).toEqual(['Invoice of March']);
  });

  it('narrows to collections, and still counts the others', async () => {
    const page = await search('minseo', { collectionIds: [notes.id] });
    expect(titles(page)).toEqual(['Invoice of March']);
    expect(page.collections).toHaveLength(2);
  });

  it('goes page by page', async () => {
    const whole = titles(await search('minseo'));
    const first = await search('minseo', { limit: 2 });
    const rest = await search('minseo', { limit: 2, offset: 2 });
    expect([...titles(first), ...titles(rest)]).toEqual(whole);
    expect(first.total).toBe(3);
  });

  it.each([
    "' or 1=1 --",
    '%%%',
    '___',
    '\\\\\\',
    '"); drop table records; --',
    '$1 $2 $$ {}',
    '&|!():*',
    '\u0000\u0001abc',
    'zzzzqqqq',
    'a',
  ])('takes %j as mere text', async (query) => {
    expect(await search(query)).toMatchObject({ hits: [], total: 0 });
  });

  it('passes over the trash, of records and of collections', async () => {
    const gone = await add(notes.id, { title: 'Quartz' });
    expect(titles(await search('quartz'))).toEqual(['Quartz']);
    await invoke(records.delete, { collectionId: notes.id, ids: [gone.id] }, admin());
    expect(titles(await search('quartz'))).toEqual([]);
    const closed = await mintCollection(actors.admin, 'Closed', [{ name: 'Name', type: 'text' }]);
    await add(closed.id, { name: 'Obsidian' });
    expect(titles(await search('obsidian'))).toEqual(['Obsidian']);
    await invoke(collections.delete, { collectionId: closed.id }, admin());
    expect(titles(await search('obsidian'))).toEqual([]);
  });

  it('follows a record that changes', async () => {
    const made = await add(notes.id, { title: 'Granite' });
    await invoke(
      records.update,
      { collectionId: notes.id, recordId: made.id, version: 1, changes: { title: 'Basalt' } },
      admin(),
    );
    expect(titles(await search('granite'))).toEqual([]);
    expect(titles(await search('basalt'))).toEqual(['Basalt']);
  });
});

describe('the walls of a search', () => {
  const asStranger = (query: string, collectionIds?: string[]) =>
    invoke(searchProcedures.search, { query, collectionIds }, actors.stranger.call());

  it('show nothing to another tenant, not even by the id of a collection', async () => {
    expect(await asStranger('minseo')).toMatchObject({ total: 0, hits: [], collections: [] });
    expect(await asStranger('minseo', [students.id])).toMatchObject({ total: 0, hits: [] });
    expect(await asStranger('invioce')).toMatchObject({ total: 0, corrected: false });
  });

  it('answer no role but the one that serves the schema, and only of the tenant in scope', async () => {
    const call = `search_records(array['min','ins','nse','seo'], null, 'minseo', 10, 0, null, '{}')`;
    const asApp = (setting: string) =>
      world.database.inRolledBack(`set local role rowhouse_app; ${setting}`, (query) =>
        query(`select * from pooled.${call}`),
      );
    const tenantIs = (id: string) => `set local app.tenant = '${id}'`;
    const other = await asApp(tenantIs('0193aaaa-bbbb-7ccc-8ddd-eeeeffff0001'));
    expect(other).toEqual([]);
    expect(await errorOf(asApp(''))).toMatchObject({ code: '42501' });
    const foreign = world.database.inRolledBack(
      `set local role rowhouse_platform; ${tenantIs(actors.tenant.tenantId)}`,
      (query) => query(`select * from pooled.${call}`),
    );
    expect(await errorOf(foreign)).toMatchObject({ code: '42501' });
  });

  it('need the right to see records, a member, and the module', async () => {
    const nobody = invoke(
      searchProcedures.search,
      { query: 'kim' },
      world.anonymous(actors.tenant),
    );
    expect(await errorOf(nobody)).toMatchObject({ code: 'unauthenticated' });
    const asGuest = await invoke(searchProcedures.search, { query: 'minseo' }, actors.guest.call());
    expect(asGuest.total).toBe(3);
    const closed = await mintActors(world);
    await turnOff(closed.tenant);
    const off = invoke(searchProcedures.search, { query: 'kim' }, closed.admin.call());
    expect(await errorOf(off)).toMatchObject({ code: 'not_found' });
  });

  it.each([
    [{ query: '' }, 'query'],
    [{ query: '   ' }, 'query'],
    [{ query: 'x'.repeat(201) }, 'query'],
    [{ query: 'kim', limit: 51 }, 'limit'],
    [{ query: 'kim', offset: 301 }, 'offset'],
    [{ query: 'kim', collectionIds: ['x'] }, 'collectionIds.0'],
  ])('refuse %j, naming %s', async (input, field) => {
    const error = await errorOf(invoke(searchProcedures.search, input, admin()));
    expect(error).toMatchObject({ code: 'invalid' });
    expect(Object.keys(error?.fields ?? {})).toEqual([field]);
  });
});
