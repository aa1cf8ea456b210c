import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { mailsTo, runJobs } from '@/lib/identity/testing';
import { ownershipProcedures as ownership } from '../ownership/procedures';
import { peopleProcedures as people } from '../people/procedures';
import { rolesProcedures as roles } from '../roles/procedures';
import { teamsProcedures as teams } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;
let basic: TestMember;
let other: TestMember;
let top: string;
let below: string;
let beside: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  basic = await world.member(a, 'basic');
  other = await world.member(a, 'basic');
  top = await make('Top');
  below = await make('Below', top);
  beside = await make('Beside');
});

const reason = 'Stands in for Kim';
const make = async (name: string, parentId: string | null = null) =>
  (await invoke(teams.create, { name, parentId }, admin.call())).id;
const give = (
  id: string,
  { userId }: TestMember,
  { roleId = a.roleIds.admin, by = admin, endsAt = null as Date | null } = {},
) => invoke(teams.giveRole, { id, userId, roleId, endsAt, reason }, by.call());
const take = (id: string, { userId }: TestMember, { roleId = a.roleIds.admin, by = admin } = {}) =>
  invoke(teams.takeRole, { id, userId, roleId, reason }, by.call());
const add = (id: string, { userId }: TestMember, by: TestMember) =>
  invoke(teams.addMembers, { id, userIds: [userId] }, by.call());
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
const membershipOf = async ({ email }: TestMember) =>
  (await invoke(people.list, { q: email }, admin.call())).people[0]?.id ?? '';
const historyOf = async (member: TestMember) =>
  (await invoke(people.roleHistory, { id: await membershipOf(member) }, admin.call())).changes;

describe('a role over a team', () => {
  it('lets somebody manage the people of that team and those below, and nothing else', async () => {
    expect(await codeOf(add(top, other, basic))).toBe('forbidden');
    await give(top, basic);
    for (const id of [top, below]) expect(await add(id, other, basic)).toEqual({ added: 1 });
    const lead = { id: below, userId: other.userId, lead: true };
    await invoke(teams.setLead, lead, basic.call());
    expect(await codeOf(add(beside, other, basic))).toBe('forbidden');
    expect(await invoke(teams.get, { id: below }, basic.call())).toMatchObject({ may: 'manage' });
    expect(await invoke(teams.get, { id: beside }, basic.call())).toMatchObject({ may: 'read' });
    const id = await membershipOf(other);
    for (const refused of [
      () => invoke(people.invitations, {}, basic.call()),
      () => invoke(teams.create, { name: 'Own' }, basic.call()),
      () => invoke(teams.archive, { id: below }, basic.call()),
      () => invoke(people.suspend, { id, reason }, basic.call()),
    ]) {
      expect(await codeOf(refused())).toBe('forbidden');
    }
    expect(await codeOf(add(top, admin, basic))).toBe('forbidden');
    await invoke(teams.archive, { id: below }, admin.call());
    const out = { id: below, userId: other.userId };
    expect(await codeOf(invoke(teams.removeMember, out, basic.call()))).toBe('forbidden');
  });

  it('is given within what the giver has there, and is shown where people are', async () => {
    await give(top, basic, { roleId: a.roleIds.basic });
    expect(await codeOf(give(top, other, { roleId: a.roleIds.basic, by: basic }))).toBe(
      'forbidden',
    );
    const manager = await mintRole(a, ['people.read', 'people.manage']);
    await give(top, basic, { roleId: manager });
    await give(below, other, { roleId: manager, by: basic });
    await give(below, other, { roleId: a.roleIds.basic, by: basic });
    expect(await codeOf(give(below, other, { by: basic }))).toBe('forbidden');
    expect(await codeOf(give(beside, other, { roleId: manager, by: basic }))).toBe('forbidden');
    await give(below, admin);
    expect(await codeOf(take(below, admin, { by: basic }))).toBe('forbidden');
    await take(below, other, { roleId: manager, by: basic });
    expect(await codeOf(take(below, other, { roleId: manager }))).toBe('not_found');
    const found = await invoke(people.list, { roleId: a.roleIds.basic }, admin.call());
    const row = found.people.find(({ userId }) => userId === other.userId);
    expect(row?.teamRoles).toMatchObject([{ key: 'basic', teamName: 'Below' }]);
    expect(await historyOf(other)).toMatchObject([
      { kind: 'taken', teamName: 'Below', byName: 'basic member' },
      { kind: 'given', teamName: 'Below' },
      { kind: 'given', teamName: 'Below', reason },
    ]);
    const stranger = await world.member(await world.tenant(), 'admin');
    expect(await codeOf(give(top, basic, { by: stranger }))).toBe('not_found');
    expect(await codeOf(take(top, basic, { by: stranger }))).toBe('not_found');
    expect(await codeOf(give(top, stranger))).toBe('invalid');
  });

  it('makes no admin of the workspace: the last one stays, and nobody hands it over', async () => {
    await give(top, basic);
    const id = await membershipOf(admin);
    const change = { id, roleIds: [a.roleIds.basic], reason };
    expect(await codeOf(invoke(people.changeRoles, change, admin.call()))).toBe('precondition');
    expect(await invoke(people.admins, {}, basic.call())).toEqual({ names: ['admin member'] });
    const offer = { membershipId: await membershipOf(basic), reason };
    expect(await codeOf(invoke(ownership.offer, offer, admin.call()))).toBe('invalid');
    const whole = { id: await membershipOf(basic), roleIds: [a.roleIds.guest], reason };
    await invoke(people.changeRoles, whole, admin.call());
    expect(await codeOf(invoke(people.list, {}, basic.call()))).toBe('forbidden');
  });

  it('ends at its time, whoever clears it away', async () => {
    const endsAt = new Date(Date.now() + 3_600_000);
    await give(top, basic, { endsAt });
    expect(await codeOf(give(top, other, { endsAt: new Date(0) }))).toBe('invalid');
    await add(top, other, basic);
    await world.database.query(
      `update control.team_roles set ends_at = now() - interval '1 second' where tenant_id = $1`,
      [a.tenantId],
    );
    expect(await codeOf(add(below, other, basic))).toBe('forbidden');
    expect((await invoke(teams.get, { id: top }, admin.call())).roles).toEqual([]);
    await runJob({
      ...{ tenantId: a.tenantId, plane: 'control' as const, outboxId: uuidv7() },
      ...{ job: 'people.endRoles', input: {} },
    });
    expect(await historyOf(basic)).toMatchObject([
      { kind: 'ended', teamName: 'Top' },
      { kind: 'given', endsAt },
    ]);
    await runJobs(world);
    const [mail] = await mailsTo(world, basic.email);
    expect(mail?.text).toContain('Your role Admin over Top has ended');
  });

  it('counts among those whom a change of the role concerns', async () => {
    const roleId = await mintRole(a, ['people.read', 'people.manage']);
    await give(top, basic, { roleId });
    const less = { id: roleId, permissions: ['people.read'] };
    expect(await invoke(roles.impact, less, admin.call())).toMatchObject({
      ...{ people: 1, gaining: 0, losing: 1, tokens: 0, names: ['basic member'] },
    });
  });

  it('stands in the trail when its holder is removed, with their teams', async () => {
    await give(top, basic);
    await add(beside, basic, admin);
    await invoke(people.remove, { id: await membershipOf(basic), reason }, admin.call());
    const [noted] = await world.database.query<{ detail: object }>(
      `select detail from control.audit_events where tenant_id = $1 and procedure = 'people.remove'`,
      [a.tenantId],
    );
    expect(noted?.detail).toMatchObject({ over: ['admin, Top'], teams: ['Beside'] });
  });

  it('passes on with a role that is deleted', async () => {
    const roleId = await mintRole(a, ['people.read']);
    await give(top, basic, { roleId });
    // One whose time is over passes to nobody, cleared away or not.
    await give(beside, other, { roleId, endsAt: new Date(Date.now() + 3_600_000) });
    await world.database.query(
      `update control.team_roles set ends_at = now() - interval '1 second'
       where tenant_id = $1 and user_id = $2`,
      [a.tenantId, other.userId],
    );
    const question = { id: roleId, replacementId: a.roleIds.guest };
    expect(await invoke(roles.impact, question, admin.call())).toMatchObject({
      ...{ people: 1, gaining: 0, losing: 0 },
    });
    const listed = await invoke(roles.list, {}, admin.call());
    expect(listed.roles.find(({ id }) => id === roleId)?.members).toBe(1);
    expect(await invoke(roles.delete, { ...question, reason }, admin.call())).toEqual({
      people: 1,
    });
    expect((await invoke(teams.get, { id: top }, admin.call())).roles).toMatchObject([
      { userId: basic.userId, role: { key: 'guest' } },
    ]);
    const kept = await world.database.query<{ user_id: string }>(
      'select user_id from control.team_roles where tenant_id = $1',
      [a.tenantId],
    );
    expect(kept).toEqual([{ user_id: basic.userId }]);
  });
});
