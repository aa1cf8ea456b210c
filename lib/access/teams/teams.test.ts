import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { peopleProcedures as people } from '../people/procedures';
import { teamsProcedures as teams } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;
let basic: TestMember;
let stranger: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  basic = await world.member(a, 'basic');
  stranger = await world.member(await world.tenant(), 'admin');
});

const reason = 'New term';
const make = async (name: string, parentId: string | null = null, by = admin) =>
  (await invoke(teams.create, { name, parentId }, by.call())).id;
const add = (id: string, members: TestMember[], by = admin) =>
  invoke(teams.addMembers, { id, userIds: members.map(({ userId }) => userId) }, by.call());
const lead = (id: string, { userId }: TestMember, is = true, by = admin) =>
  invoke(teams.setLead, { id, userId, lead: is }, by.call());
const move = (id: string, parentId: string | null, by = admin) =>
  invoke(teams.move, { id, parentId }, by.call());
const get = (id: string, by = admin) => invoke(teams.get, { id }, by.call());
const list = async (query = {}, by = admin) =>
  (await invoke(teams.list, query as never, by.call())).teams;
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  );
const codeOf = async (work: Promise<unknown>) => (await errorOf(work))?.code;

describe('the tree of teams', () => {
  it('is listed in its order with counts and leads, searched, and named in the trail', async () => {
    const school = await make('School');
    const maths = await make('Maths', school);
    await make('Arts', school);
    await make('Office');
    await add(maths, [basic, admin]);
    await lead(maths, basic);
    expect((await list({}, basic)).map(({ name, above }) => [...above, name].join('/'))).toEqual([
      'Office',
      'School',
      'School/Arts',
      'School/Maths',
    ]);
    expect(await list({ q: 'mat' })).toMatchObject([
      { name: 'Maths', members: 2, leads: ['basic member'] },
    ]);
    expect(await get(maths, basic)).toMatchObject({
      above: [{ id: school, name: 'School' }],
      members: 2,
      may: 'lead',
      grantable: [],
    });
    const trail = await world.database.query(
      `select target_id from control.audit_events where tenant_id = $1 and procedure = 'teams.create'`,
      [a.tenantId],
    );
    expect(trail).toHaveLength(4);
  });

  it('takes each name once, however it is written, and each team for somebody else to see', async () => {
    const id = await make('Sales');
    expect(await errorOf(make('ＳＡＬＥＳ'))).toMatchObject({
      code: 'invalid',
      fields: { name: 'There is a team of this name already.' },
    });
    const again = { id, name: 'sales', description: 'Who sell' };
    expect(await invoke(teams.change, again, admin.call())).toMatchObject(again);
    expect(await codeOf(make(' '))).toBe('invalid');
    expect(await codeOf(get(id, stranger))).toBe('not_found');
  });

  it('has four levels and no circles', async () => {
    const one = await make('1');
    const two = await make('2', one);
    const three = await make('3', two);
    const four = await make('4', three);
    const deep = 'Teams stand at most 4 levels deep.';
    expect((await errorOf(make('5', four)))?.fields).toEqual({ parentId: deep });
    expect((await errorOf(move(one, four)))?.fields).toEqual({
      parentId: 'A team cannot stand below itself.',
    });
    expect(await codeOf(move(one, one))).toBe('invalid');
    const other = await make('Other');
    expect((await errorOf(move(two, await make('Below', other))))?.fields).toEqual({
      parentId: deep,
    });
    expect(await move(three, other)).toMatchObject({ parentId: other });
    expect(await move(three, null)).toMatchObject({ parentId: null });
  });

  it('stays a tree under moves at the same moment', async () => {
    const one = await make('One');
    const two = await make('Two');
    const moves = await Promise.all([codeOf(move(one, two)), codeOf(move(two, one))]);
    expect(moves.sort()).toEqual(['invalid', undefined]);
    const parents = (await list()).filter(({ parentId }) => parentId);
    expect(parents).toHaveLength(1);
  });

  it('is changed by who manages people, in their own tenant', async () => {
    const id = await make('Team');
    const base = { name: 'Else', description: '' };
    for (const [who, code] of [
      [basic, 'forbidden'],
      [stranger, 'not_found'],
    ] as const) {
      const at = who.call.bind(who);
      if (who === basic) expect(await codeOf(make('Mine', null, who))).toBe(code);
      expect(await codeOf(invoke(teams.change, { id, ...base }, at()))).toBe(code);
      expect(await codeOf(move(id, null, who))).toBe(code);
      expect(await codeOf(invoke(teams.impact, { id }, at()))).toBe(code);
      expect(await codeOf(invoke(teams.archive, { id }, at()))).toBe(code);
      expect(await codeOf(invoke(teams.restore, { id }, at()))).toBe(code);
      expect(await codeOf(invoke(teams.delete, { id, reason }, at()))).toBe(code);
      expect(await codeOf(add(id, [basic], who))).toBe(code);
      expect(await codeOf(lead(id, basic, true, who))).toBe(code);
    }
    const guest = await world.member(a, 'guest');
    expect(await codeOf(list({}, guest))).toBe('forbidden');
    expect(await codeOf(get(id, guest))).toBe('forbidden');
  });
});

describe('the end of a team', () => {
  it('is archiving while it is used, and says before what goes with it', async () => {
    const id = await make('Night shift');
    await add(id, [basic]);
    const over = { id, userId: basic.userId, roleId: a.roleIds.advanced, reason };
    await invoke(teams.giveRole, over, admin.call());
    expect(await invoke(teams.impact, { id }, admin.call())).toEqual({
      ...{ people: 1, roles: 1, below: 0, archivedBelow: 0, rules: [] },
    });
    const end = () => invoke(teams.delete, { id, reason }, admin.call());
    expect(await errorOf(end())).toMatchObject({
      code: 'precondition',
      message: 'Night shift is in use. Archive it first.',
    });
    await invoke(teams.archive, { id }, admin.call());
    expect(await list()).toEqual([]);
    expect(await list({ state: 'archived' })).toMatchObject([{ members: 1 }]);
    expect(await codeOf(add(id, [admin]))).toBe('precondition');
    expect(await codeOf(make('Below it', id))).toBe('invalid');
    expect((await errorOf(make('night SHIFT')))?.fields.name).toBe(
      'An archived team has this name.',
    );
    await invoke(teams.restore, { id }, admin.call());
    await invoke(teams.archive, { id }, admin.call());
    expect(await end()).toEqual({ people: 1, roles: 1 });
    expect(await codeOf(get(id))).toBe('not_found');
    const kept = await world.database.query(
      `select kind, team_name, reason from control.role_changes where tenant_id = $1 order by at, id`,
      [a.tenantId],
    );
    expect(kept).toEqual([
      { kind: 'given', team_name: 'Night shift', reason },
      { kind: 'taken', team_name: 'Night shift', reason },
    ]);
  });

  it('waits for the teams below it', async () => {
    const id = await make('Top');
    const below = await make('Bottom', id);
    expect(await errorOf(invoke(teams.archive, { id }, admin.call()))).toMatchObject({
      code: 'precondition',
      message: 'Teams stand below it: Bottom. Move or end them first.',
    });
    await invoke(teams.archive, { id: below }, admin.call());
    await invoke(teams.archive, { id }, admin.call());
    expect(await codeOf(invoke(teams.delete, { id, reason }, admin.call()))).toBe('precondition');
    expect(await codeOf(invoke(teams.restore, { id: below }, admin.call()))).toBe('invalid');
    await invoke(teams.delete, { id: below, reason }, admin.call());
    await invoke(teams.delete, { id, reason }, admin.call());
    expect(await list({ state: 'archived' })).toEqual([]);
  });
});

describe('people of a team', () => {
  it('are added several at once, found by their team, and leave with the workspace', async () => {
    const [id, other] = [await make('One'), await make('Two')];
    expect(await add(id, [basic, admin])).toEqual({ added: 2 });
    expect(await add(id, [basic])).toEqual({ added: 0 });
    await add(other, [basic]);
    await lead(other, basic);
    const found = (await invoke(people.list, { teamId: other }, admin.call())).people;
    expect(found).toMatchObject([
      { userId: basic.userId, teams: [{ name: 'One', isLead: false }, { isLead: true }] },
    ]);
    expect(await invoke(teams.mine, {}, basic.call())).toMatchObject({
      teams: [{ name: 'One' }, { name: 'Two', isLead: true }],
      roles: [],
    });
    for (const [scopes, code] of [
      [['records.read'], 'forbidden'],
      [['people.read'], undefined],
    ] as const) {
      const wanted = { name: 'Reader', scopes: [...scopes], expiresInDays: 1 };
      const { token } = await invoke(tokenProcedures.tokens.create, wanted, basic.call());
      const headers = new Headers({ host: a.host, authorization: `Bearer ${token}` });
      expect(await codeOf(invoke(teams.mine, {}, webCall('rest', headers, '127.0.0.1')))).toBe(
        code,
      );
    }
    expect(await codeOf(add(id, [stranger]))).toBe('invalid');
    const place = { id, userId: admin.userId };
    await invoke(teams.removeMember, place, admin.call());
    expect(await codeOf(invoke(teams.removeMember, place, admin.call()))).toBe('not_found');
    expect(await codeOf(lead(id, admin))).toBe('not_found');
    await invoke(people.remove, { id: found[0]?.id ?? '', reason }, admin.call());
    expect((await list()).map(({ members }) => members)).toEqual([0, 0]);
  });

  it('are moved by leads of the team or one above it, as plain members alone', async () => {
    const top = await make('Top');
    const below = await make('Below', top);
    const beside = await make('Beside');
    const one = await world.member(a, 'basic');
    await add(top, [basic]);
    await lead(top, basic);
    for (const id of [top, below]) expect(await add(id, [one], basic)).toEqual({ added: 1 });
    expect(await codeOf(add(beside, [one], basic))).toBe('forbidden');
    expect(await codeOf(lead(below, one, true, basic))).toBe('forbidden');
    expect((await errorOf(add(below, [admin], basic)))?.message).toBe(
      'Admin may do more than you. Ask an admin.',
    );
    await lead(below, one);
    const place = { id: below, userId: one.userId };
    expect(await codeOf(invoke(teams.removeMember, place, basic.call()))).toBe('forbidden');
    await lead(below, one, false);
    await invoke(teams.removeMember, place, basic.call());
    expect(await codeOf(add(top, [one], one))).toBe('forbidden');
    await lead(top, basic, false);
    expect(await codeOf(add(below, [one], basic))).toBe('forbidden');
  });
});
