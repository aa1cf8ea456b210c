import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { peopleProcedures as people } from './procedures';

let world: World;
let a: TestTenant;
let b: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  b = await world.tenant();
  admin = await world.member(a, 'admin');
});

const reason = 'New term';
const listed = async (caller = admin, query = {}) =>
  await invoke(people.list, query as never, caller.call());
const idOf = async (member: TestMember, caller = admin) => {
  const { people: rows } = await listed(caller, { q: member.email });
  return rows[0]?.id ?? '';
};
const give = async (member: TestMember, roleIds: string[], caller = admin) =>
  await invoke(people.changeRoles, { id: await idOf(member), roleIds, reason }, caller.call());
const auditOf = (procedure: string) =>
  world.database.query<{ target_id: string; detail: Record<string, unknown> }>(
    'select target_id, detail from control.audit_events where tenant_id = $1 and procedure = $2',
    [a.tenantId, procedure],
  );

describe('people.list', () => {
  it('searches, filters and counts', async () => {
    await world.member(a, 'basic', { email: 'kim_min@example.com' });
    await world.member(a, 'basic', { email: 'kimxmin@example.com' });
    expect((await listed()).total).toBe(3);
    const found = await listed(admin, { q: 'kim_min' });
    expect(found.people.map((one) => one.email)).toEqual(['kim_min@example.com']);
    expect(found.people[0]?.roles.map((role) => role.key)).toEqual(['basic']);
    expect((await listed(admin, { roleId: a.roleIds.basic, size: 1 })).total).toBe(2);
    expect((await listed(admin, { state: 'suspended' })).total).toBe(0);
    expect((await listed(admin, { page: 2, size: 2 })).people).toHaveLength(1);
  });

  it('shows members of this tenant only, also within one pool', async () => {
    const sibling = await world.tenant({ poolId: a.poolId });
    await world.member(sibling, 'admin');
    await world.member(b, 'admin');
    expect((await listed()).people.map((one) => one.userId)).toEqual([admin.userId]);
  });

  it('refuses guests, strangers and bad input', async () => {
    const guest = await world.member(a, 'guest');
    await expect(listed(guest)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(invoke(people.list, {}, world.anonymous(a))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(listed(admin, { size: 1000 })).rejects.toMatchObject({
      code: 'invalid',
      fields: { size: expect.any(String) },
    });
  });
});

describe('people.admins', () => {
  it('names the admins of this tenant to any member, and to nobody else', async () => {
    const guest = await world.member(a, 'guest');
    await world.member(b, 'admin');
    expect(await invoke(people.admins, {}, guest.call())).toEqual({ names: ['admin member'] });
    await expect(invoke(people.admins, {}, world.anonymous(a))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

describe('people.changeRoles', () => {
  it('gives exactly these roles, says so in the audit trail and tells the mirror', async () => {
    const basic = await world.member(a, 'basic');
    const changed = await give(basic, [a.roleIds.advanced, a.roleIds.company]);
    expect(changed.roles.map((role) => role.key)).toEqual(['advanced', 'company']);
    const [entry] = await auditOf('people.changeRoles');
    expect(entry).toEqual({
      target_id: basic.userId,
      detail: { from: ['basic'], to: ['advanced', 'company'], reason },
    });
    const jobs = await world.database.query(
      `select payload from control.outbox where tenant_id = $1 and job = 'person.sync'`,
      [a.tenantId],
    );
    expect(jobs).toEqual([{ payload: { userId: basic.userId } }]);
  });

  it('does not know members and roles of another tenant', async () => {
    const stranger = await world.member(b, 'basic');
    const theirs = await idOf(stranger, await world.member(b, 'admin'));
    const input = { id: theirs, roleIds: [a.roleIds.basic], reason };
    await expect(invoke(people.changeRoles, input, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    const basic = await world.member(a, 'basic');
    await expect(give(basic, [b.roleIds.basic])).rejects.toMatchObject({
      code: 'invalid',
      fields: { roleIds: expect.any(String) },
    });
  });

  it('lets nobody give or take more than they may do', async () => {
    const lead = await world.member(a, 'guest');
    await give(lead, [await mintRole(a, ['people.read', 'people.manage'])]);
    const basic = await world.member(a, 'basic');
    await expect(give(basic, [a.roleIds.admin], lead)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(give(admin, [a.roleIds.guest], lead)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(give(lead, [a.roleIds.admin], lead)).rejects.toMatchObject({ code: 'forbidden' });
    const plain = await mintRole(a, ['people.read']);
    const held = (await listed(admin, { q: basic.email })).people[0]?.roles[0]?.id ?? '';
    const changed = await give(basic, [held, plain], lead);
    expect(changed.roles).toHaveLength(2);
  });

  it('refuses weak roles and bad input, and leaves no trace of a refusal', async () => {
    const basic = await world.member(a, 'basic');
    await expect(give(basic, [a.roleIds.admin], basic)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(give(basic, [])).rejects.toMatchObject({
      fields: { roleIds: expect.any(String) },
    });
    await expect(give(admin, [a.roleIds.basic])).rejects.toMatchObject({ code: 'precondition' });
    expect(await auditOf('people.changeRoles')).toEqual([]);
  });
});

describe('the last admin', () => {
  it('is left when 20 admins are demoted, suspended and removed at once', async () => {
    const others = await Promise.all(Array.from({ length: 19 }, () => world.member(a, 'admin')));
    const admins = [admin, ...others];
    const rows = (await listed(admin, { size: 100 })).people;
    const attempts = rows.map((row, at) => {
      const caller = admins.find((one) => one.userId === row.userId) ?? admin;
      const self = { id: row.id, roleIds: [a.roleIds.basic], reason };
      const next = rows[(at + 1) % rows.length]?.id ?? '';
      if (at % 3 === 1) return invoke(people.suspend, { id: next, reason }, caller.call());
      if (at % 3 === 2) return invoke(people.remove, { id: next, reason }, caller.call());
      return invoke(people.changeRoles, self, caller.call());
    });
    const outcomes = await Promise.allSettled(attempts);
    const expected = new Set([
      undefined,
      'precondition',
      'unauthenticated',
      'not_found',
      'forbidden',
    ]);
    for (const one of outcomes) {
      expect(expected).toContain(one.status === 'rejected' ? one.reason.code : undefined);
    }
    const left = await world.database.query<{ n: number }>(
      `select count(*)::int as n from control.memberships m
       join control.membership_roles x on x.membership_id = m.id
       where m.tenant_id = $1 and m.state = 'active' and x.role_id = $2`,
      [a.tenantId, a.roleIds.admin],
    );
    expect(left[0]?.n).toBeGreaterThanOrEqual(1);
  });

  it('is exactly one when 20 admins all step down at once', async () => {
    const others = await Promise.all(Array.from({ length: 19 }, () => world.member(a, 'admin')));
    const rows = (await listed(admin, { size: 100 })).people;
    const outcomes = await Promise.allSettled(
      [admin, ...others].map((one) => {
        const id = rows.find((row) => row.userId === one.userId)?.id ?? '';
        const input = { id, roleIds: [a.roleIds.basic], reason };
        return invoke(people.changeRoles, input, one.call());
      }),
    );
    const refused = outcomes.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason.code)).toEqual(['precondition']);
    expect((await listed(admin, { roleId: a.roleIds.admin })).total).toBe(1);
  });
});

describe('people.suspend and people.resume', () => {
  it('shuts a member out at the next request and lets them in again', async () => {
    const basic = await world.member(a, 'basic');
    const id = await idOf(basic);
    await invoke(people.suspend, { id, reason }, admin.call());
    await expect(listed(basic)).rejects.toMatchObject({ code: 'not_found' });
    await invoke(people.resume, { id, reason }, admin.call());
    expect((await listed(basic)).total).toBe(2);
  });

  it('refuses oneself, weak roles, foreign members and a missing reason', async () => {
    const id = await idOf(admin);
    await expect(invoke(people.suspend, { id, reason }, admin.call())).rejects.toMatchObject({
      code: 'precondition',
    });
    const basic = await world.member(a, 'basic');
    await expect(invoke(people.suspend, { id, reason }, basic.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
    const foreign = await world.member(b, 'admin');
    for (const verb of [people.suspend, people.resume]) {
      await expect(invoke(verb, { id, reason }, foreign.call())).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(invoke(verb, { id, reason: ' ' }, admin.call())).rejects.toMatchObject({
        fields: { reason: expect.any(String) },
      });
    }
  });
});

describe('people.remove', () => {
  it('ends sessions and tokens here and leaves the pool account and its other places', async () => {
    const sibling = await world.tenant({ poolId: a.poolId });
    const email = 'both@example.com';
    const here = await world.member(a, 'basic', { email });
    const there = await world.member(sibling, 'basic', { email });
    const removed = await invoke(people.remove, { id: await idOf(here), reason }, admin.call());
    expect(removed).toEqual({ sessionsEnded: 1, workspaceTokens: 0 });
    await expect(listed(here)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await listed(there)).total).toBe(1);
    expect((await listed()).total).toBe(1);
  });

  it('refuses oneself, weak roles and foreign members', async () => {
    const id = await idOf(admin);
    const basic = await world.member(a, 'basic');
    const foreign = await world.member(b, 'admin');
    const attempt = (caller: TestMember) => invoke(people.remove, { id, reason }, caller.call());
    await expect(attempt(admin)).rejects.toMatchObject({ code: 'precondition' });
    await expect(attempt(basic)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(attempt(foreign)).rejects.toMatchObject({ code: 'not_found' });
  });
});
