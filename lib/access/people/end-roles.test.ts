import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { peopleProcedures as people } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;
let basic: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  basic = await world.member(a, 'basic');
});

const reason = 'Stands in for Kim';
const soon = () => new Date(Date.now() + 3_600_000);
const memberOf = async ({ email }: TestMember) => {
  const [row] = (await invoke(people.list, { q: email }, admin.call())).people;
  if (!row) throw new Error('no such member');
  return row;
};
const give = async (
  member: TestMember,
  roleIds: string[],
  ends: { roleId: string; at: Date | null }[] = [],
) =>
  invoke(
    people.changeRoles,
    { id: (await memberOf(member)).id, roleIds, ends, reason },
    admin.call(),
  );
/** The database's clock cannot be moved, so the end is. */
const pass = () =>
  world.database.query(
    `update control.membership_roles set ends_at = now() - interval '1 second'
     where tenant_id = $1 and ends_at is not null`,
    [a.tenantId],
  );
const sweep = () =>
  runJob({
    ...{ tenantId: a.tenantId, plane: 'control' as const, outboxId: uuidv7() },
    ...{ job: 'people.endRoles', input: {} },
  });
const mayManage = (member: TestMember) =>
  invoke(people.invitations, {}, member.call()).then(
    () => true,
    (error) => {
      expect(error).toMatchObject({ code: 'forbidden' });
      return false;
    },
  );
const jobs = (job: string) =>
  world.database.query(
    'select available_at from control.outbox where tenant_id = $1 and job = $2',
    [a.tenantId, job],
  );

describe('a role that ends', () => {
  it('gives nothing from its moment on, cleaned up or not; then it is gone and said', async () => {
    const at = soon();
    const next = await give(
      basic,
      [a.roleIds.basic, a.roleIds.admin],
      [{ roleId: a.roleIds.admin, at }],
    );
    expect(next.roles).toMatchObject([
      { key: 'basic', endsAt: null },
      { key: 'admin', endsAt: at },
    ]);
    expect(await jobs('people.endRoles')).toEqual([{ available_at: at }]);
    expect(await mayManage(basic)).toBe(true);
    await sweep();
    expect(await mayManage(basic)).toBe(true);
    await pass();
    expect(await mayManage(basic)).toBe(false);
    expect((await memberOf(basic)).roles.map(({ key }) => key)).toEqual(['basic']);
    await sweep();
    expect(await jobs('mail.deliver')).toHaveLength(1);
    const { id } = await memberOf(basic);
    const { changes } = await invoke(people.roleHistory, { id }, admin.call());
    expect(changes.map(({ kind, roleName }) => [kind, roleName])).toEqual([
      ['ended', 'Admin'],
      ['given', 'Admin'],
    ]);
    expect(changes[1]).toMatchObject({ reason, byName: 'admin member', endsAt: at });
    const left = await world.database.query(
      'select 1 from control.membership_roles where tenant_id = $1 and ends_at is not null',
      [a.tenantId],
    );
    expect(left).toEqual([]);
  });

  it('keeps its end until somebody says another', async () => {
    const at = soon();
    const both = [a.roleIds.basic, a.roleIds.company];
    await give(basic, both, [{ roleId: a.roleIds.company, at }]);
    const wider = await give(basic, [...both, a.roleIds.advanced]);
    expect(wider.roles.find(({ key }) => key === 'company')?.endsAt).toEqual(at);
    const stays = await give(basic, both, [{ roleId: a.roleIds.company, at: null }]);
    expect(stays.roles.find(({ key }) => key === 'company')?.endsAt).toBeNull();
  });

  it('is refused in the past, for a role not given, and for the only one', async () => {
    const past = { roleId: a.roleIds.company, at: new Date(Date.now() - 1_000) };
    const both = [a.roleIds.basic, a.roleIds.company];
    for (const [roleIds, ends] of [
      [both, [past]],
      [[a.roleIds.basic], [{ ...past, at: soon() }]],
      [[a.roleIds.company], [{ ...past, at: soon() }]],
    ] as const) {
      await expect(give(basic, [...roleIds], [...ends])).rejects.toMatchObject({
        code: 'invalid',
        fields: { ends: expect.any(String) },
      });
    }
    expect((await memberOf(basic)).roles.map(({ key }) => key)).toEqual(['basic']);
  });

  it('does not make somebody the admin who is left', async () => {
    const both = [a.roleIds.basic, a.roleIds.admin];
    await give(basic, both, [{ roleId: a.roleIds.admin, at: soon() }]);
    await expect(give(admin, [a.roleIds.basic])).rejects.toMatchObject({ code: 'precondition' });
    const itself = give(admin, both, [{ roleId: a.roleIds.admin, at: soon() }]);
    await expect(itself).rejects.toMatchObject({ code: 'precondition' });
  });

  it('shows its history to those who manage people here', async () => {
    const { id } = await memberOf(basic);
    const read = (member: TestMember) => invoke(people.roleHistory, { id }, member.call());
    await expect(read(basic)).rejects.toMatchObject({ code: 'forbidden' });
    const foreign = await world.member(await world.tenant(), 'admin');
    await expect(read(foreign)).rejects.toMatchObject({ code: 'not_found' });
  });
});

/** Asks again as somebody who is told to: under load not everybody gets a connection at once. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if ((error as { code?: string }).code !== 'unavailable') throw error;
    }
  }
}

describe('fifty admins', () => {
  it('leave exactly one when all step down at once, for good or for a time', async () => {
    const others = await Promise.all(Array.from({ length: 49 }, () => world.member(a, 'admin')));
    const rows = (await invoke(people.list, { size: 100 }, admin.call())).people;
    const both = [a.roleIds.basic, a.roleIds.admin];
    const outcomes = await Promise.allSettled(
      [admin, ...others].map((one, turn) => {
        const id = rows.find((row) => row.userId === one.userId)?.id ?? '';
        const input =
          turn % 2
            ? { id, roleIds: [a.roleIds.basic], reason }
            : { id, roleIds: both, ends: [{ roleId: a.roleIds.admin, at: soon() }], reason };
        return insist(() => invoke(people.changeRoles, input, one.call()));
      }),
    );
    const refused = outcomes.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason.code)).toEqual(['precondition']);
    const standing = await world.database.query(
      `select 1 from control.membership_roles where tenant_id = $1 and role_id = $2 and ends_at is null`,
      [a.tenantId, a.roleIds.admin],
    );
    expect(standing).toHaveLength(1);
  });
});
