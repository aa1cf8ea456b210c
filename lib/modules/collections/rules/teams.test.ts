import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { teamsProcedures as teams } from '@/lib/access/teams/procedures';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type World } from '@/lib/doors/testing';
import { collectionProcedures as collections } from '../collections/procedures';
import { recordProcedures as records } from '../records/procedures';
import { searchProcedures } from '../search/procedures';
import { type Actors, mintActors, mintCollection } from '../testing/actors';
import { rulesProcedures as rules } from './procedures';
import { openRule, type RoleRule } from './shapes';

let world: World;
let actors: Actors;
let collectionId: string;
let near: TestMember;
let far: TestMember;
let north: string;
let south: string;

const byTeam: RoleRule = { see: 'team', change: 'team', remove: 'own', create: true, fields: {} };
const reason = 'Looks after them';

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  actors = await mintActors(world);
  near = await world.member(actors.tenant, 'basic');
  far = await world.member(actors.tenant, 'basic');
  north = await make('North', null);
  south = await make('South', north);
  collectionId = (
    await mintCollection(actors.admin, 'Cases', [
      { name: 'Name', type: 'text' },
      { name: 'Owner', type: 'person' },
    ])
  ).id;
  await addRecord(near, 'granite of near');
  await addRecord(far, 'granite of far');
  await addRecord(actors.admin, 'granite for near', near);
  await addRecord(actors.admin, 'granite of admin');
});

const make = async (name: string, parentId: string | null) =>
  (await invoke(teams.create, { name, parentId }, actors.admin.call())).id;
const join = (id: string, ...members: TestMember[]) =>
  invoke(
    teams.addMembers,
    { id, userIds: members.map(({ userId }) => userId) },
    actors.admin.call(),
  );
const addRecord = (member: TestMember, name: string, owner: TestMember | null = null) =>
  invoke(
    records.create,
    { collectionId, data: { name, owner: owner?.userId ?? null } },
    member.call(),
  );
const set = (rule: RoleRule, others = openRule) =>
  invoke(
    rules.save,
    { collectionId, rules: { roles: { basic: rule }, others } },
    actors.admin.call(),
  );
const listed = async (member = actors.basic) => {
  const found = await invoke(records.list, { collectionId }, member.call());
  const names = found.records.map(({ data }) => String(data.name).replace('granite ', '')).sort();
  expect(found.total).toBe(names.length);
  return names;
};
const searched = async () => {
  const { hits } = await invoke(searchProcedures.search, { query: 'granite' }, actors.basic.call());
  return hits.length;
};
const changeOf = async (name: string) => {
  const all = await invoke(records.list, { collectionId }, actors.admin.call());
  const record = all.records.find(({ data }) => data.name === `granite ${name}`);
  const change = { collectionId, recordId: record?.id ?? '', changes: { name }, version: 1 };
  return await invoke(records.update, change, actors.basic.call()).then(
    () => 'changed',
    (error: { code: string }) => error.code,
  );
};

describe('records of a team', () => {
  it('are those that people of it made or are assigned to', async () => {
    await set(byTeam);
    expect(await listed()).toEqual([]);
    await join(north, actors.basic, near);
    expect(await listed()).toEqual(['for near', 'of near']);
    expect(await searched()).toBe(2);
    expect(await changeOf('of near')).toBe('changed');
    expect(await changeOf('of far')).toBe('not_found');
    const got = await invoke(collections.get, { collectionId }, actors.basic.call());
    expect(got.recordCount).toBe(2);
    expect([...got.access.change.people].sort()).toEqual([actors.basic.userId, near.userId].sort());
    await invoke(teams.removeMember, { id: north, userId: near.userId }, actors.admin.call());
    expect(await listed()).toEqual([]);
  });

  it('are those of the teams below too for who leads it, and of none that is archived', async () => {
    await set(byTeam);
    await join(north, actors.basic);
    await join(south, near, far);
    expect(await listed()).toEqual([]);
    const lead = { id: north, userId: actors.basic.userId, lead: true };
    await invoke(teams.setLead, lead, actors.admin.call());
    expect(await listed()).toEqual(['for near', 'of far', 'of near']);
    expect(await listed(near)).toEqual(['for near', 'of far', 'of near']);
    await invoke(teams.archive, { id: south }, actors.admin.call());
    expect(await listed()).toEqual([]);
    expect(await listed(near)).toEqual(['for near', 'of near']);
    expect(await invoke(teams.impact, { id: north }, actors.admin.call())).toMatchObject({
      rules: ['Cases'],
    });
  });

  it('are counted before rules are set', async () => {
    await join(north, actors.basic, near);
    const asked = { collectionId, rules: { roles: { basic: byTeam }, others: openRule } };
    const { people } = await invoke(rules.preview, asked, actors.admin.call());
    expect(people.find(({ id }) => id === actors.basic.userId)).toMatchObject({
      ...{ seesNow: 4, sees: 2, changes: 2 },
    });
  });
});

describe('a role over a team', () => {
  it('opens records of its people as far as its rules go, and nothing more of them', async () => {
    const nothing: RoleRule = { ...openRule, see: 'none', change: 'none', remove: 'none' };
    await set(
      { ...nothing, create: false },
      { ...openRule, see: 'all', change: 'own', remove: 'own' },
    );
    await join(south, near);
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { code: string }) => error.code,
      );
    const read = () => invoke(records.list, { collectionId }, actors.basic.call());
    expect(await codeOf(read())).toBe('not_found');
    const over = { id: north, userId: actors.basic.userId, reason };
    const give = (roleId: string) =>
      invoke(teams.giveRole, { ...over, roleId }, actors.admin.call());
    await give(actors.tenant.roleIds.guest);
    expect(await listed()).toEqual(['for near', 'of near']);
    expect(await changeOf('of near')).toBe('forbidden');
    expect(await codeOf(addRecord(actors.basic, 'mine'))).toBe('forbidden');
    await give(actors.tenant.roleIds.admin);
    expect(await changeOf('of near')).toBe('changed');
    expect(await searched()).toBe(1);
    expect(await codeOf(invoke(rules.get, { collectionId }, actors.basic.call()))).toBe(
      'forbidden',
    );
  });
});
