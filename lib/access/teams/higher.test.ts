import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { peopleProcedures as people } from '../people/procedures';
import { teamsProcedures as teams } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;
/** Manages people everywhere and little else. */
let deputy: TestMember;
let plain: TestMember;
let deputyRole: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  deputy = await world.member(a, 'guest');
  plain = await world.member(a, 'guest');
  deputyRole = await mintRole(a, ['people.read', 'people.manage']);
  await setRole(deputy, deputyRole);
  await setRole(plain, await mintRole(a, ['people.read']));
});

const setRole = ({ userId }: TestMember, roleId: string) =>
  world.database.query(
    `update control.membership_roles set role_id = $1
     where membership_id = (select id from control.memberships where user_id = $2)`,
    [roleId, userId],
  );
const reason = 'Stands in for Kim';
const forbidden = { code: 'forbidden' };
const make = async (name: string, by = deputy) =>
  (await invoke(teams.create, { name }, by.call())).id;
const add = (id: string, { userId }: TestMember, by = deputy) =>
  invoke(teams.addMembers, { id, userIds: [userId] }, by.call());
const put = (id: string, parentId: string | null, by = deputy) =>
  invoke(teams.move, { id, parentId }, by.call());
const lead = (id: string, { userId }: TestMember, by = deputy) =>
  invoke(teams.setLead, { id, userId, lead: true }, by.call());
const give = (id: string, { userId }: TestMember, roleId: string, by = deputy) =>
  invoke(teams.giveRole, { id, userId, roleId, reason }, by.call());

it('lets nobody join, lead or be set over people who may do more than they', async () => {
  const [own, high] = [await make('Own'), await make('High')];
  await add(own, deputy);
  await add(high, plain);
  await add(high, deputy);
  await lead(own, deputy);
  await add(high, admin, admin);
  await invoke(teams.removeMember, { id: high, userId: deputy.userId }, admin.call());
  await expect(add(high, deputy)).rejects.toMatchObject(forbidden);
  await expect(put(high, own)).rejects.toMatchObject(forbidden);
  await expect(give(high, deputy, deputyRole)).rejects.toMatchObject(forbidden);
  await put(high, own, admin);
  await expect(put(high, null)).rejects.toMatchObject(forbidden);
  await invoke(teams.setLead, { id: own, userId: deputy.userId, lead: false }, admin.call());
  await expect(lead(own, deputy)).rejects.toMatchObject(forbidden);
  await put(high, null, admin);
  await lead(own, deputy);
});

it('brings no team back whose people may do more, and ends no role over it that does', async () => {
  const [high, given] = [await make('High'), await make('Given')];
  await add(high, admin, admin);
  await invoke(teams.archive, { id: high }, deputy.call());
  await expect(invoke(teams.restore, { id: high }, deputy.call())).rejects.toMatchObject(forbidden);
  await give(given, plain, a.roleIds.admin, admin);
  const ended = { id: given, reason };
  await expect(invoke(teams.archive, { id: given }, deputy.call())).rejects.toMatchObject(
    forbidden,
  );
  await invoke(teams.archive, { id: given }, admin.call());
  await expect(invoke(teams.delete, ended, deputy.call())).rejects.toMatchObject(forbidden);
  const { people: found } = await invoke(people.list, { q: plain.email }, admin.call());
  const removal = { id: found[0]?.id ?? '', reason };
  await expect(invoke(people.remove, removal, deputy.call())).rejects.toMatchObject(forbidden);
  await invoke(people.remove, removal, admin.call());
});

it('lets who manages one team alone give themself nothing, and nobody more than twenty roles', async () => {
  const top = await make('Top');
  await give(top, plain, deputyRole);
  await expect(give(top, plain, await mintRole(a, ['people.read']), plain)).rejects.toMatchObject(
    forbidden,
  );
  await expect(give(top, admin, deputyRole)).rejects.toMatchObject(forbidden);
  for (let at = 0; at < 19; at += 1) await give(top, plain, await mintRole(a, ['people.read']));
  const last = await mintRole(a, ['people.read']);
  await expect(give(top, plain, last)).rejects.toMatchObject({ code: 'limit' });
  await give(top, plain, deputyRole);
});
