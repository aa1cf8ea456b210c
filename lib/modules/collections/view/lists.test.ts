import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import type { FilterNode } from './state';

let world: World;
let actors: Actors;
let cases: Awaited<ReturnType<typeof mintCollection>>;
let teachers: string[];

const few = Array.from({ length: 9 }, (_, at) => ({ id: `c${at}`, name: `Choice ${at}` }));
const many = Array.from({ length: 90 }, (_, at) => ({ id: `m${at}`, name: `Choice ${at}` }));

beforeAll(async () => {
  world = await openWorld();
  actors = await mintActors(world);
  const staff = await mintCollection(actors.admin, 'Teachers', [{ name: 'Name', type: 'text' }]);
  teachers = await Promise.all(
    ['Ahn', 'Baek', 'Cho'].map((called) => add(staff.id, { name: called })),
  );
  cases = await mintCollection(actors.admin, 'Cases', [
    { name: 'Name', type: 'text' },
    { name: 'Few', type: 'multi_select', options: { choices: few } },
    { name: 'Many', type: 'multi_select', options: { choices: many } },
    { name: 'Teachers', type: 'relation', options: { targetId: staff.id, many: true } },
  ]);
  const [ahn, baek] = teachers;
  await put({ name: 'all', few: few.map(({ id }) => id), many: many.map(({ id }) => id) });
  await put({ name: 'ends', few: ['c1', 'c8'], many: ['m1', 'm8'], teachers: [ahn, baek] });
  await put({ name: 'one', few: ['c1'], many: ['m89'], teachers: [ahn] });
  await put({ name: 'none' });
});
afterAll(() => world.end());

const add = async (collectionId: string, data: Record<string, unknown>) =>
  (await invoke(records.create, { collectionId, data }, actors.admin.call())).id;
const put = (data: Record<string, unknown>) => add(cases.id, data);
const found = async (...filters: FilterNode[]) => {
  const page = await invoke(records.list, { collectionId: cases.id, filters }, actors.admin.call());
  expect(page.total).toBe(page.records.length);
  return page.records.map(({ data }) => data.name);
};

describe.each([
  ['a list of few choices, which its slot holds', 'few', 'c'],
  ['a list of more than a slot holds', 'many', 'm'],
])('conditions on %s', (_name, field, letter) => {
  const last = `${letter}8`;
  it('find every choice, however many a record has, and no other', async () => {
    expect(await found({ field, op: 'one_of', value: [last] })).toEqual(['all', 'ends']);
    expect(await found({ field, op: 'one_of', value: [`${letter}7`] })).toEqual(['all']);
    expect(await found({ field, op: 'all_of', value: [`${letter}1`, last] })).toEqual([
      'all',
      'ends',
    ]);
    expect(await found({ field, op: 'none_of', value: [last] })).toEqual(['one', 'none']);
  });
});

describe('conditions on a relation', () => {
  const field = 'teachers';
  const one = (at: number) => teachers[at] ?? '';

  it('find records by the records that they name', async () => {
    expect(await found({ field, op: 'one_of', value: [one(0)] })).toEqual(['ends', 'one']);
    expect(await found({ field, op: 'one_of', value: [one(1), one(2)] })).toEqual(['ends']);
    expect(await found({ field, op: 'all_of', value: [one(0), one(1)] })).toEqual(['ends']);
    expect(await found({ field, op: 'none_of', value: [one(1)] })).toEqual(['all', 'one', 'none']);
  });

  it('go together with others in any group', async () => {
    const either: FilterNode = {
      op: 'any',
      filters: [
        { field, op: 'one_of', value: [one(1)] },
        { field: 'name', op: 'equals', value: 'none' },
      ],
    };
    expect(await found(either)).toEqual(['ends', 'none']);
  });
});

it('a migration fills the slots that held only the first six choices of a list', async () => {
  const asOwner = (text: string, values: unknown[] = []) =>
    world.rowsOf<{ slot: string }>(actors.tenant, text, values);
  const [few] = await asOwner(`select slot from fields where collection_id = $1 and key = 'few'`, [
    cases.id,
  ]);
  const { slot } = few ?? { slot: '' };
  await asOwner(
    `update records set ${slot} = array_to_string((string_to_array(${slot}, '|'))[:6], '|')
     where collection_id = $1`,
    [cases.id],
  );
  const asked: FilterNode = { field: 'few', op: 'one_of', value: ['c7'] };
  expect(await found(asked)).toEqual([]);
  const file = await readFile('db/migrations/tenant/0009_choices_in_slots.sql', 'utf8');
  const fill = file.split('--> statement-breakpoint').find((one) => one.includes('DO $$'));
  await asOwner(fill ?? '');
  expect(await found(asked)).toEqual(['all']);
});
