import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { exportProcedures } from '../exports/procedures';
import { fieldProcedures as fields } from '../fields/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { recordProcedures as records } from './procedures';

let world: World;
let actors: Actors;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
});
afterAll(() => world.end());

const admin = () => actors.admin.call();
const add = (collectionId: string, data: Record<string, unknown>) =>
  invoke(records.create, { collectionId, data }, admin());
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );

/** Lessons that lead to students, and show their town. */
async function school(many = true) {
  const students = await mintCollection(actors.admin, 'Students', [
    { name: 'Name', type: 'text' },
    { name: 'Town', type: 'select', options: { choices: [{ name: 'Seoul' }, { name: 'Busan' }] } },
  ]);
  const targetId = students.id;
  const lessons = await mintCollection(actors.admin, 'Lessons', [
    { name: 'Title', type: 'text' },
    { name: 'Who', type: 'relation', options: { targetId, many } },
  ]);
  const relationId = lessons.fields.Who?.id ?? '';
  const town = await invoke(
    fields.create,
    {
      collectionId: lessons.id,
      name: 'Town',
      type: 'lookup',
      options: { relationId, shownId: students.fields.Town?.id ?? '' },
    },
    admin(),
  );
  return { students: students.id, lessons: lessons.id, relationId, town };
}

describe('a relation', () => {
  it('is written by id or name, read with names, looked through, and seen from the other side', async () => {
    const { students, lessons, town } = await school();
    const kim = await add(students, { name: 'Kim', town: 'Seoul' });
    const lee = await add(students, { name: 'Lee', town: 'Busan' });
    expect(town).toMatchObject({ sortable: false });
    const lesson = await add(lessons, { title: 'Algebra', who: 'kim, Lee' });
    expect(lesson).toMatchObject({
      data: { who: [kim.id, lee.id], town: ['Seoul', 'Busan'] },
      links: { [kim.id]: 'Kim', [lee.id]: 'Lee' },
    });
    const other = await add(lessons, { title: 'Essay', who: [lee.id] });
    const back = (recordId: string) =>
      invoke(records.backlinks, { collectionId: students, recordId }, admin());
    expect(await back(lee.id)).toMatchObject([
      { field: { name: 'Who' }, total: 2, records: [{ name: 'Algebra' }, { name: 'Essay' }] },
    ]);
    const filtered = async (op: 'one_of' | 'all_of' | 'none_of', value: string[]) =>
      (
        await invoke(
          records.list,
          { collectionId: lessons, filters: [{ field: 'who', op, value }] },
          admin(),
        )
      ).records.map(({ data }) => data.title);
    expect(await filtered('one_of', [lee.id])).toEqual(['Algebra', 'Essay']);
    expect(await filtered('all_of', [lee.id, kim.id])).toEqual(['Algebra']);
    expect(await filtered('none_of', [kim.id])).toEqual(['Essay']);
    const change = { collectionId: lessons, recordId: lesson.id };
    const base = { who: [kim.id, lee.id] };
    await invoke(records.update, { ...change, changes: { who: [kim.id] }, base }, admin());
    expect(await back(lee.id)).toMatchObject([{ total: 1, records: [{ id: other.id }] }]);
    const late = await errorOf(
      invoke(records.update, { ...change, changes: { who: null }, base }, admin()),
    );
    expect(late).toMatchObject({ code: 'conflict' });
    const file = await invoke(
      exportProcedures.download,
      { collectionId: lessons, format: 'csv' },
      admin(),
    );
    expect(await file.text()).toContain('Algebra,Kim,Seoul');
    expect(await invoke(records.names, { collectionId: students, search: 'le' }, admin())).toEqual([
      { id: lee.id, name: 'Lee' },
    ]);
  });

  it('forgets the names of what is in the trash, and knows them again', async () => {
    const { students, lessons } = await school();
    const kim = await add(students, { name: 'Kim', town: 'Seoul' });
    const lesson = await add(lessons, { title: 'Algebra', who: [kim.id] });
    const read = () => invoke(records.get, { collectionId: lessons, recordId: lesson.id }, admin());
    await invoke(records.delete, { collectionId: students, ids: [kim.id] }, admin());
    expect(await read()).toMatchObject({ data: { who: [kim.id], town: null }, links: {} });
    await invoke(records.restore, { collectionId: students, ids: [kim.id] }, admin());
    expect(await read()).toMatchObject({ data: { town: ['Seoul'] }, links: { [kim.id]: 'Kim' } });
    await invoke(records.delete, { collectionId: lessons, ids: [lesson.id] }, admin());
    const at = { collectionId: students, recordId: kim.id };
    expect(await invoke(records.backlinks, at, admin())).toEqual([]);
  });

  it('refuses what does not exist, is ambiguous, or is one too many', async () => {
    const { students, lessons } = await school(false);
    const kim = await add(students, { name: 'Kim' });
    await add(students, { name: 'Lee' });
    const twin = await add(students, { name: 'Lee' });
    const who = async (value: unknown) =>
      (await errorOf(add(lessons, { who: value })))?.fields['data.who'];
    expect(await who([uuidv7()])).toContain('leads to a record that does not exist');
    expect(await who('Park')).toContain('leads to a record that does not exist: Park');
    expect(await who('Lee')).toBe('Who names several records: Lee.');
    expect(await who([kim.id, twin.id])).toBe('Who leads to one record only.');
    const stranger = await mintCollection(actors.stranger, 'Theirs', [
      { name: 'Name', type: 'text' },
    ]);
    const theirs = await invoke(
      records.create,
      { collectionId: stranger.id, data: { name: 'X' } },
      actors.stranger.call(),
    );
    expect(await who([theirs.id])).toContain('leads to a record that does not exist');
    const create = (type: 'relation' | 'lookup', options: object) =>
      errorOf(invoke(fields.create, { collectionId: lessons, name: 'N', type, options }, admin()));
    expect((await create('relation', { targetId: stranger.id }))?.fields).toHaveProperty(
      'options.targetId',
    );
    expect((await create('relation', {}))?.fields).toHaveProperty('options.targetId');
    expect((await create('lookup', { relationId: uuidv7(), shownId: uuidv7() }))?.fields).toEqual({
      'options.relationId': expect.any(String),
    });
    expect((await errorOf(add(lessons, { town: ['x'] })))?.fields['data.town']).toBe(
      'Town is looked up and cannot be written.',
    );
  });

  it('becomes text and back, with its way back', async () => {
    const { students, lessons, relationId } = await school();
    const kim = await add(students, { name: 'Kim' });
    await add(lessons, { title: 'Algebra', who: [kim.id] });
    const at = { collectionId: lessons, fieldId: relationId };
    const back = () =>
      invoke(records.backlinks, { collectionId: students, recordId: kim.id }, admin());
    await invoke(fields.update, { ...at, type: 'text' }, admin());
    expect(await back()).toEqual([]);
    const again = { type: 'relation' as const, options: { targetId: students, many: true } };
    await invoke(fields.update, { ...at, ...again }, admin());
    expect(await back()).toMatchObject([{ total: 1 }]);
    await invoke(fields.delete, at, admin());
    expect(await back()).toEqual([]);
    await invoke(fields.restore, at, admin());
    expect(await back()).toMatchObject([{ total: 1 }]);
  });

  it('is read by who may, here only, while the module is on', async () => {
    const { students } = await school();
    const kim = await add(students, { name: 'Kim' });
    const cases = [
      [records.names, { collectionId: students }],
      [records.backlinks, { collectionId: students, recordId: kim.id }],
    ] as const;
    const code = async (p: unknown, input: unknown, call: unknown) =>
      (await errorOf(invoke(p as never, input as never, call as never)))?.code ?? 'ok';
    for (const [p, input] of cases) {
      expect(await code(p, input, actors.guest.call())).toBe('ok');
      expect(await code(p, input, actors.stranger.call())).toBe('not_found');
    }
    const absent = { collectionId: students, recordId: uuidv7() };
    expect(await code(records.backlinks, absent, admin())).toBe('not_found');
    await turnOff(actors.tenant);
    for (const [p, input] of cases) expect(await code(p, input, admin())).toBe('not_found');
  });
});
