import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { setFileStore } from '@/lib/files/file-store';
import { LocalFolder } from '@/lib/files/local-folder';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { importing } from '../testing/importing';
import { importProcedures as imports } from './procedures';

let world: World;
let actors: Actors;
let dataDir: string;
let { draftOf, run, listOf, get } = {} as ReturnType<typeof importing>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rowhouse-files-'));
  setFileStore(new LocalFolder(dataDir));
  world = await openWorld();
  actors = await mintActors(world);
  ({ draftOf, run, listOf, get } = importing(actors));
});
afterAll(async () => {
  await world.end();
  await rm(dataDir, { recursive: true, force: true });
});

/** A collection with four people, and a draft of rows that are matched by a column. */
async function matched(
  csv: string,
  more: { keys?: number[]; mode?: 'add' | 'update' | 'both'; emptyCells?: 'keep' | 'clear' } = {},
) {
  const { id: collectionId } = await mintCollection(actors.admin, 'People', [
    { name: 'No', type: 'text' },
    { name: 'Name', type: 'text', required: true },
    { name: 'Score', type: 'number' },
  ]);
  const people = [
    { no: 'A-1', name: 'Ada', score: 1 },
    { no: 'A-2', name: 'Bo', score: 2 },
    { no: 'A-3', name: 'Cy' },
    { no: 'A-3', name: 'Cy again' },
  ];
  await invoke(records.createMany, { collectionId, records: people }, actors.admin.call());
  const draft = await draftOf(csv, { collectionId });
  const importId = draft.import.id;
  const matching = { keys: [0], mode: 'both' as const, ...more };
  await invoke(imports.update, { importId, ...matching }, actors.admin.call());
  return { importId, collectionId };
}

const rowsOf = async (collectionId: string) =>
  (await listOf(collectionId)).records.map(({ data }) => [data.no, data.name, data.score]);

const csv = [
  'No,Name,Score',
  'a-1,Ada L,', // changes the name
  'A-2,Bo,2', // the same
  'A-3,Cy,9', // two records
  'A-4,Di,4', // new
  ',Ed,5', // no key
  'A-4,Di again,4', // twice in the file
  'A-5,,5', // new and lacks what is required
].join('\n');

describe('matching rows with records', () => {
  it('adds, changes, leaves and refuses row by row, and the check says so before', async () => {
    const { importId, collectionId } = await matched(csv);
    const tally = {
      rowsTotal: 7,
      rowsDone: 3,
      rowsAdded: 1,
      rowsChanged: 1,
      rowsSame: 1,
      rowsSkipped: 0,
      rowsFailed: 4,
    };
    const before = await rowsOf(collectionId);
    const checked = await invoke(imports.check, { importId }, actors.admin.call());
    expect(checked).toMatchObject({ ...tally, state: 'draft' });
    expect(await rowsOf(collectionId)).toEqual(before);
    expect(checked.errors.map(({ row, message }) => [row, message])).toEqual([
      [4, 'No is the same in 2 records.'],
      [6, 'No tells rows apart and is empty.'],
      [7, 'No is the same as in row 5.'],
      [8, 'Name must not be empty.'],
    ]);
    expect(checked.reasons).toContainEqual({
      field: 'No',
      message: 'No is the same as in an earlier row.',
      rows: 1,
    });
    expect(await run(importId)).toMatchObject({ ...tally, state: 'done' });
    expect(await rowsOf(collectionId)).toEqual([
      ['a-1', 'Ada L', 1],
      ['A-2', 'Bo', 2],
      ['A-3', 'Cy', null],
      ['A-3', 'Cy again', null],
      ['A-4', 'Di', 4],
    ]);
  });

  it('only adds, or only changes, when asked to', async () => {
    const adding = await matched(csv, { mode: 'add' });
    expect(await run(adding.importId)).toMatchObject({
      rowsAdded: 1,
      rowsChanged: 0,
      rowsSkipped: 2,
      rowsFailed: 4,
    });
    const updating = await matched(csv, { mode: 'update' });
    expect(await run(updating.importId)).toMatchObject({
      rowsAdded: 0,
      rowsChanged: 1,
      rowsSame: 1,
      rowsSkipped: 2,
      rowsFailed: 3,
    });
  });

  it('takes values away for empty cells when asked to, but none that is required', async () => {
    const { importId, collectionId } = await matched('No,Name,Score\nA-1,Ada,\nA-2,,2\n', {
      emptyCells: 'clear',
    });
    const done = await run(importId);
    expect(done).toMatchObject({ rowsChanged: 1, rowsFailed: 1 });
    expect(done.errors[0]).toMatchObject({ row: 3, message: 'Name must not be empty.' });
    expect((await rowsOf(collectionId))[0]).toEqual(['A-1', 'Ada', null]);
  });

  it('matches by several columns', async () => {
    const { importId, collectionId } = await matched(
      'No,Name,Score\nA-3,cy,7\nA-3,Cy again,8\nA-3,Other,9\n',
      { keys: [0, 1] },
    );
    expect(await run(importId)).toMatchObject({ rowsChanged: 2, rowsAdded: 1, rowsFailed: 0 });
    expect((await rowsOf(collectionId)).slice(2)).toEqual([
      ['A-3', 'cy', 7],
      ['A-3', 'Cy again', 8],
      ['A-3', 'Other', 9],
    ]);
  });

  it('gives the refused rows as files that can be mended and imported', async () => {
    const { importId, collectionId } = await matched(csv);
    await run(importId);
    const file = await invoke(imports.failures, { importId, format: 'xlsx' }, actors.admin.call());
    expect(file.name).toBe('people rows to mend.xlsx');
    const again = await draftOf(new Uint8Array(await file.arrayBuffer()), { collectionId });
    expect(again.import.columns.map(({ target }) => target.kind)).toEqual([
      'field',
      'field',
      'field',
      'skip',
    ]);
    expect(again.sample.map(({ cells }) => cells[3])).toEqual([
      'No is the same in 2 records.',
      'No tells rows apart and is empty.',
      'No is the same as in row 5.',
      'Name must not be empty.',
    ]);
  });

  it('refuses a matching that cannot be', async () => {
    const { importId } = await matched(csv);
    const change = (part: object) =>
      invoke(imports.update, { importId, ...part }, actors.admin.call()).then(
        () => 'ok',
        ({ code, fields }: { code: string; fields: object }) => [code, ...Object.keys(fields)],
      );
    expect(await change({ keys: [9] })).toEqual(['invalid', 'keys.0']);
    expect(await change({ keys: [], mode: 'update' })).toEqual(['invalid', 'keys']);
    expect(await change({ keys: [] })).toBe('ok');
    expect(await get(importId)).toMatchObject({ keys: [], mode: 'add' });
  });
});
