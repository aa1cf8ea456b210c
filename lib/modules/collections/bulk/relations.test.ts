import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { fieldProcedures } from '../fields/procedures';
import { historyProcedures } from '../history/procedures';
import { liveProcedures } from '../live/procedures';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { trashProcedures as trash } from '../trash/procedures';
import { bulkProcedures as bulk } from './procedures';

let world: World;
let actors: Actors;
let students: string;
let lessons: string;
let kim: string;
let lee: string;

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
  const target = await mintCollection(actors.admin, 'Students', [
    { name: 'Name', type: 'text' },
    { name: 'Town', type: 'text' },
  ]);
  const made = await mintCollection(actors.admin, 'Lessons', [
    { name: 'Title', type: 'text' },
    { name: 'Who', type: 'relation', options: { targetId: target.id, many: true } },
    { name: 'Level', type: 'select', options: { choices: [{ id: 'low', name: 'Low' }] } },
  ]);
  const relationId = made.fields.Who?.id ?? '';
  const options = { relationId, shownId: target.fields.Town?.id ?? '' };
  const towns = { collectionId: made.id, name: 'Town', type: 'lookup' as const, options };
  await invoke(fieldProcedures.create, towns, actors.admin.call());
  students = target.id;
  lessons = made.id;
  kim = await add(students, { name: 'Kim', town: 'Seoul' });
  lee = await add(students, { name: 'Lee', town: 'Busan' });
});
afterAll(() => world.end());

const member = () => actors.basic.call();
const add = async (collectionId: string, data: Record<string, unknown>) =>
  (await invoke(records.create, { collectionId, data }, member())).id;
const read = (recordId: string) =>
  invoke(records.get, { collectionId: lessons, recordId }, member());
/** Lessons that lead to a student, as the student's own page tells it. */
const leadingTo = async (recordId: string) => {
  const found = await invoke(records.backlinks, { collectionId: students, recordId }, member());
  return found.flatMap((group) => group.records.map(({ id }) => id));
};
const undo = (requestId: string) =>
  invoke(bulk.undo, { collectionId: lessons, requestId }, member());

describe('links between records', () => {
  it('follow a bulk edit, its undo and the way back', async () => {
    const lesson = await add(lessons, { title: 'Algebra', who: [kim] });
    const call = member();
    const input = { collectionId: lessons, ids: [lesson], values: { who: [lee] } };
    const { requestId } = await invoke(bulk.assign, input, call);
    expect(await leadingTo(kim)).not.toContain(lesson);
    expect(await leadingTo(lee)).toContain(lesson);
    const back = await undo(requestId);
    expect(await read(lesson)).toMatchObject({ data: { who: [kim], town: ['Seoul'] } });
    expect(await leadingTo(kim)).toContain(lesson);
    expect(await leadingTo(lee)).not.toContain(lesson);
    await undo(back.requestId);
    expect(await leadingTo(lee)).toContain(lesson);
    expect(await leadingTo(kim)).not.toContain(lesson);
  });

  it('are taken back to none, also within one collection', async () => {
    const title = [{ name: 'Title', type: 'text' as const }];
    const { id: collectionId } = await mintCollection(actors.admin, 'Steps', title);
    const options = { targetId: collectionId, many: true };
    const after = { collectionId, name: 'After', type: 'relation' as const, options };
    await invoke(fieldProcedures.create, after, actors.admin.call());
    const first = await add(collectionId, { title: 'First' });
    const recordId = await add(collectionId, { title: 'Second' });
    const call = member();
    const change = { changes: { after: [first] }, base: { after: null } };
    await invoke(records.update, { collectionId, recordId, ...change }, call);
    await invoke(bulk.undo, { collectionId, requestId: call.requestId }, member());
    const back = await invoke(records.get, { collectionId, recordId }, member());
    expect(back.data).toEqual({ title: 'Second', after: null });
    const to = { collectionId, recordId: first };
    expect(await invoke(records.backlinks, to, member())).toEqual([]);
  });

  it('follow a block of values, which answers names and what is looked up', async () => {
    const lesson = await add(lessons, { title: 'Essay' });
    const changes = { who: ['Kim', 'Lee'] };
    const one = { recordId: lesson, changes, base: { who: null } };
    const input = { collectionId: lessons, records: [one] };
    const answer = await invoke(bulk.updateMany, input, member());
    expect(answer.records).toMatchObject([
      {
        data: { who: [kim, lee], town: ['Seoul', 'Busan'] },
        links: { [kim]: 'Kim', [lee]: 'Lee' },
      },
    ]);
    expect(await leadingTo(kim)).toContain(lesson);
  });

  it('stand in what a conflict shows', async () => {
    const lesson = await add(lessons, { title: 'Chess', who: [kim] });
    const change = { collectionId: lessons, recordId: lesson, changes: { title: 'Go' } };
    const late = invoke(records.update, { ...change, base: { title: 'Draughts' } }, member());
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      current: { data: { town: ['Seoul'] }, links: { [kim]: 'Kim' } },
    });
  });

  it('come back with a record from the trash', async () => {
    const lesson = await add(lessons, { title: 'Drawing', who: [kim] });
    await invoke(records.delete, { collectionId: lessons, ids: [lesson] }, member());
    expect(await leadingTo(kim)).not.toContain(lesson);
    await invoke(trash.restore, { recordIds: [lesson] }, member());
    expect(await leadingTo(kim)).toContain(lesson);
    expect(await read(lesson)).toMatchObject({ data: { who: [kim] }, links: { [kim]: 'Kim' } });
  });

  it('reach others with their names', async () => {
    const at = { collectionId: lessons };
    const { cursor: since } = await invoke(liveProcedures.changes, at, member());
    const lesson = await add(lessons, { title: 'Live', who: [lee] });
    const told = await invoke(liveProcedures.changes, { ...at, since }, member());
    expect(told.records.find(({ id }) => id === lesson)).toMatchObject({
      data: { town: ['Busan'] },
      links: { [lee]: 'Lee' },
    });
  });
});

describe('a history', () => {
  it('names linked records and options, those that are gone as such', async () => {
    const gone = await add(students, { name: 'Gone' });
    const unnamed = await add(students, { town: 'Jeju' });
    const lesson = await add(lessons, { title: 'Named', who: [kim, gone, unnamed], level: 'low' });
    await invoke(records.delete, { collectionId: students, ids: [gone] }, member());
    const at = { collectionId: lessons, recordId: lesson };
    const { entries } = await invoke(historyProcedures.history, at, member());
    expect(entries[0]?.changes).toMatchObject([
      { name: 'Title', after: 'Named' },
      { name: 'Who', before: '', after: 'Kim, Deleted record, Record without a name' },
      { name: 'Level', after: 'Low' },
    ]);
    const version = { ...at, entryId: entries[0]?.id ?? '' };
    const then = await invoke(historyProcedures.version, version, member());
    expect(then.data).toEqual({ title: 'Named', who: [kim, gone, unnamed], level: 'low' });
  });
});
