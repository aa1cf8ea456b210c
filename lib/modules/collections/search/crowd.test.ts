import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { collectionProcedures as collections } from '../collections/procedures';
import { recordProcedures as records } from '../records/procedures';
import { rulesProcedures as rules } from '../rules/procedures';
import { openRule, type RoleRule } from '../rules/shapes';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { searchProcedures } from './procedures';

let world: World;
let actors: Actors;
let cases: Awaited<ReturnType<typeof mintCollection>>;

/** More than one search looks at unless it knows who asks. */
const crowd = 700;

const specs = [
  { name: 'Name', type: 'text' },
  { name: 'Pay', type: 'text' },
  { name: 'Owner', type: 'person' },
] as const;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  actors = await mintActors(world);
  cases = await mintCollection(actors.admin, 'Cases', [...specs]);
});

const add = (data: Record<string, unknown>, member = actors.admin) =>
  invoke(records.create, { collectionId: cases.id, data }, member.call());
const addCrowd = (data: Record<string, unknown>, collectionId = cases.id) =>
  invoke(
    records.createMany,
    { collectionId, records: Array.from({ length: crowd }, () => data) },
    actors.admin.call(),
  );
const bind = (rule: Partial<RoleRule>) =>
  invoke(
    rules.save,
    {
      collectionId: cases.id,
      rules: { roles: { basic: { ...openRule, ...rule } }, others: openRule },
    },
    actors.admin.call(),
  );
const find = async (more = {}) => {
  const page = await invoke(
    searchProcedures.search,
    { query: 'granite', ...more },
    actors.basic.call(),
  );
  const names = page.hits.map(({ title }) => title.map(({ text }) => text).join(''));
  return { names: names.sort(), total: page.total, more: page.more };
};

describe('a search among many records that its reader may not see', () => {
  beforeEach(async () => {
    await add({ name: 'Made granite' }, actors.basic);
    await add({ name: 'Given granite', owner: actors.basic.userId });
    await addCrowd({ name: 'Granite' });
  });

  it.each([
    ['own', ['Made granite']],
    ['assigned', ['Given granite']],
    ['involved', ['Given granite', 'Made granite']],
    ['none', []],
  ] as const)('finds what they see by rule: %s', async (see, names) => {
    await bind({ see, change: 'none', remove: 'none' });
    const all = { names: [...names], total: names.length, more: false };
    expect(await find({ limit: 5 })).toEqual(all);
    expect(await find({ limit: 50 })).toEqual(all);
    expect(await find({ collectionIds: [cases.id] })).toEqual(all);
  });

  it('counts the whole crowd where everything is open', async () => {
    expect(await find({ limit: 5 })).toMatchObject({ more: true });
  });
});

it('a search passes over many records that have the words where its reader does not look', async () => {
  await add({ name: 'Seen granite' });
  await addCrowd({ name: 'Other', pay: 'Granite' });
  await bind({ fields: { [cases.fields.Pay?.id ?? '']: 'hidden' } });
  expect(await find()).toEqual({ names: ['Seen granite'], total: 1, more: false });
});

it('a search passes over many records of collections in the trash', async () => {
  await add({ name: 'Live granite' });
  const closed = await mintCollection(actors.admin, 'Closed', [...specs]);
  await addCrowd({ name: 'Granite' }, closed.id);
  await invoke(collections.delete, { collectionId: closed.id }, actors.admin.call());
  expect(await find()).toEqual({ names: ['Live granite'], total: 1, more: false });
});
