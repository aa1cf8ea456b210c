import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { productPolicy } from '@/lib/identity/policy/policy';
import { securityProcedures } from '@/lib/identity/policy/procedures';
import { tokenProcedures } from '@/lib/identity/tokens/procedures';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { rulesProcedures as rules } from '@/lib/modules/collections/rules/procedures';
import { openRule } from '@/lib/modules/collections/rules/shapes';
import { peopleProcedures as people } from '../people/procedures';
import { rolesProcedures as roles } from './procedures';

const { security } = securityProcedures;

let world: World;
let a: TestTenant;
let admin: TestMember;
let basic: TestMember;
let foreign: TestMember;

beforeAll(async () => {
  world = await openWorld();
  foreign = await world.member(await world.tenant(), 'admin');
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  basic = await world.member(a, 'basic');
});

const reason = 'New term';
const draft = { name: 'Front desk', base: 'basic' as const, permissions: ['people.read'] };
const make = (part: Partial<typeof draft> = {}, caller = admin) =>
  invoke(roles.create, { ...draft, ...part }, caller.call());
const listed = async (caller = admin) => (await invoke(roles.list, {}, caller.call())).roles;
const memberOf = async ({ email }: TestMember) => {
  const { people: rows } = await invoke(people.list, { q: email }, admin.call());
  const [row] = rows;
  if (!row) throw new Error('no such member');
  return row;
};
const give = async (member: TestMember, roleIds: string[], caller = admin) =>
  invoke(people.changeRoles, { id: (await memberOf(member)).id, roleIds, reason }, caller.call());
const remove = (id: string, replacementId = a.roleIds.guest, caller = admin) =>
  invoke(roles.delete, { id, replacementId, reason }, caller.call());
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
/** Somebody who may manage people and little else. */
const lead = async () => {
  const member = await world.member(a, 'guest');
  const role = await make({ name: 'Lead', permissions: ['people.read', 'people.manage'] });
  await give(member, [role.id]);
  return member;
};

describe('a role of one’s own', () => {
  it('is made, compared with a built-in one, changed and kept in the trail', async () => {
    const made = await make();
    expect(await invoke(roles.get, { id: made.id }, admin.call())).toMatchObject({
      ...{ name: 'Front desk', base: 'basic', permissions: ['people.read'], version: 1 },
    });
    await give(basic, [made.id]);
    await expect(invoke(collectionProcedures.list, {}, basic.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
    const next = { ...draft, id: made.id, version: 1, permissions: ['records.read'], reason };
    expect(await invoke(roles.change, next, admin.call())).toMatchObject({ version: 2 });
    expect(await invoke(collectionProcedures.list, {}, basic.call())).toEqual([]);
    expect(await codeOf(invoke(roles.change, next, admin.call()))).toBe('conflict');
    const trail = await world.database.query<{ detail: object }>(
      `select detail from control.audit_events where tenant_id = $1 and procedure = 'roles.change'`,
      [a.tenantId],
    );
    expect(trail[0]?.detail).toMatchObject({ after: { permissions: ['records.read'] }, reason });
  });

  it('is refused by name where it cannot be', async () => {
    await make();
    for (const [part, field] of [
      [{ name: ' ' }, 'name'],
      [{ name: 'front DESK' }, 'name'],
      [{ name: 'admin' }, 'name'],
      [{ permissions: ['moon.land'] }, 'permissions'],
    ] as const) {
      await expect(make(part as never)).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
    expect((await listed()).filter(({ builtIn }) => !builtIn)).toHaveLength(1);
    const builtIn = { ...draft, id: a.roleIds.basic, version: 1, reason };
    expect(await codeOf(invoke(roles.change, builtIn, admin.call()))).toBe('precondition');
    expect(await codeOf(remove(a.roleIds.basic))).toBe('precondition');
  });

  it('is of this tenant, and for those who manage people', async () => {
    const { id } = await make();
    const attempts = (caller: TestMember) => [
      invoke(roles.change, { ...draft, id, version: 1, reason }, caller.call()),
      invoke(roles.impact, { id }, caller.call()),
      remove(id, a.roleIds.guest, caller),
    ];
    const codesFor = (caller: TestMember) => Promise.all(attempts(caller).map(codeOf));
    expect(await codesFor(foreign)).toEqual(['not_found', 'not_found', 'not_found']);
    expect(await codesFor(basic)).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(await codeOf(make({ name: 'Mine' }, basic))).toBe('forbidden');
    expect(await codeOf(invoke(roles.get, { id }, foreign.call()))).toBe('not_found');
    await expect(remove(id, foreign.userId)).rejects.toMatchObject({
      fields: { replacementId: expect.any(String) },
    });
    await expect(remove(id, id)).rejects.toMatchObject({
      fields: { replacementId: 'Choose another role.' },
    });
  });

  it('gives nobody what its maker lacks', async () => {
    const by = await lead();
    expect(await codeOf(make({ permissions: ['audit.read'] }, by))).toBe('forbidden');
    const wide = await make({ name: 'Wide', permissions: ['audit.read'] });
    const narrow = { ...draft, id: wide.id, version: 1, reason };
    expect(await codeOf(invoke(roles.change, narrow, by.call()))).toBe('forbidden');
    expect(await codeOf(remove(wide.id, a.roleIds.guest, by))).toBe('forbidden');
    const own = await make({ name: 'Own' }, by);
    expect(await codeOf(remove(own.id, a.roleIds.admin, by))).toBe('forbidden');
    const wider = { ...draft, id: own.id, version: 1, permissions: ['audit.read'], reason };
    expect(await codeOf(invoke(roles.change, wider, by.call()))).toBe('forbidden');
  });

  it('takes from API tokens what it loses, at their next request', async () => {
    const { id } = await make({ permissions: ['tokens.manage', 'people.read'] });
    await give(basic, [id]);
    const wanted = { name: 'x', scopes: ['people.read'], expiresInDays: 1 };
    const { token } = await invoke(tokenProcedures.tokens.create, wanted, basic.call());
    const bearer = () =>
      webCall('rest', new Headers({ host: a.host, authorization: `Bearer ${token}` }));
    expect((await invoke(people.list, {}, bearer())).total).toBe(2);
    const less = { id, permissions: ['tokens.manage'] };
    expect(await invoke(roles.impact, less, admin.call())).toMatchObject({
      ...{ people: 1, gaining: 0, losing: 1, names: ['basic member'], tokens: 1 },
    });
    const next = { ...draft, ...less, version: 1, reason };
    await invoke(roles.change, next, admin.call());
    expect(await codeOf(invoke(people.list, {}, bearer()))).toBe('forbidden');
  });
});

describe('deleting a role', () => {
  it('passes people, invitations and a second factor on, all at once', async () => {
    const role = await make();
    const ends = new Date(Date.now() + 86_400_000);
    const both = await world.member(a, 'basic');
    await give(basic, [role.id]);
    await invoke(
      people.changeRoles,
      {
        id: (await memberOf(both)).id,
        roleIds: [role.id, a.roleIds.guest],
        ends: [{ roleId: a.roleIds.guest, at: ends }],
        reason,
      },
      admin.call(),
    );
    await invoke(
      people.invite,
      { people: [{ email: 'new@example.com', roleId: role.id }] },
      admin.call(),
    );
    const demand = { secondFactor: 'required' as const, graceDays: 30 };
    await invoke(
      security.change,
      { ...productPolicy, ...demand, secondFactorRoles: [role.key] },
      admin.call(),
    );
    const question = { id: role.id, replacementId: a.roleIds.guest };
    expect(await invoke(roles.impact, question, admin.call())).toMatchObject({
      ...{ people: 2, invitations: 1, secondFactor: true, wider: [] },
    });
    expect(await remove(role.id)).toEqual({ people: 2 });
    expect((await memberOf(basic)).roles.map(({ key }) => key)).toEqual(['guest']);
    expect((await memberOf(both)).roles).toMatchObject([{ key: 'guest', endsAt: null }]);
    const { invitations } = await invoke(people.invitations, {}, admin.call());
    expect(invitations[0]?.role.key).toBe('guest');
    const policy = await invoke(security.get, {}, admin.call());
    expect(policy.secondFactorRoles).toEqual(['guest']);
    const id = (await memberOf(basic)).id;
    const { changes } = await invoke(people.roleHistory, { id }, admin.call());
    expect(changes.map(({ kind, roleName }) => `${kind} ${roleName}`)).toEqual(
      expect.arrayContaining(['given Guest', 'taken Front desk', 'given Front desk']),
    );
    expect(await codeOf(remove(role.id))).toBe('not_found');
  });

  it('is refused where rules of records would open wider, and leaves no rule behind', async () => {
    const role = await make({ permissions: ['records.read'] });
    const { id: collectionId } = await invoke(
      collectionProcedures.create,
      { name: 'Cases' },
      admin.call(),
    );
    const none = {
      ...openRule,
      see: 'none',
      change: 'none',
      remove: 'none',
      create: false,
    } as const;
    const named = { roles: { [role.key]: none }, others: openRule };
    await invoke(rules.save, { collectionId, rules: named }, admin.call());
    await give(basic, [role.id]);
    await expect(remove(role.id)).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('Cases'),
    });
    expect((await memberOf(basic)).roles).toMatchObject([{ id: role.id }]);
    const shut = { roles: { [role.key]: none, guest: none }, others: openRule };
    await invoke(rules.save, { collectionId, rules: shut }, admin.call());
    await remove(role.id);
    const left = await invoke(rules.get, { collectionId }, admin.call());
    expect(Object.keys(left.rules.roles)).toEqual(['guest']);
    const saved = { collectionId, rules: left.rules, base: left.rules };
    expect(await invoke(rules.save, saved, admin.call())).toMatchObject({ rules: left.rules });
  });

  it('leaves everybody a role when 50 deletions, changes and demotions come at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, at) => make({ name: `Role ${at}` })),
    );
    const members = await Promise.all(Array.from({ length: 10 }, () => world.member(a, 'guest')));
    for (const [at, member] of members.entries()) await give(member, [made[at]?.id ?? '']);
    const ids = await Promise.all(members.map(async (member) => (await memberOf(member)).id));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => {
        const id = made[at % 10]?.id ?? '';
        const other = made[(at + 1) % 10]?.id ?? '';
        if (at % 3 === 0) return remove(id, other);
        const next = { ...draft, id, name: `Role ${at}`, version: 1, reason };
        if (at % 3 === 1) return invoke(roles.change, next, admin.call());
        const change = { id: ids[at % 10] ?? '', roleIds: [other], reason };
        return invoke(people.changeRoles, change, admin.call());
      }),
    );
    expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
    for (const one of outcomes) {
      if (one.status === 'rejected') {
        // Under load not everybody gets a connection: who is refused for that changed nothing.
        expect(['not_found', 'invalid', 'conflict', 'unavailable']).toContain(one.reason.code);
      }
    }
    const { people: rows } = await invoke(people.list, { size: 100 }, admin.call());
    expect(rows.filter((row) => row.roles.length === 0)).toEqual([]);
    const dangling = await world.database.query(
      `select 1 from control.membership_roles m where tenant_id = $1 and not exists
         (select 1 from control.roles r where r.tenant_id = m.tenant_id and r.id = m.role_id)`,
      [a.tenantId],
    );
    expect(dangling).toEqual([]);
  });
});
