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
import { ownershipProcedures as ownership } from './procedures';

let world: World;
let a: TestTenant;
let owner: TestMember;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  owner = await world.member(a, 'admin');
  admin = await world.member(a, 'admin');
  await world.database.query('update control.tenants set owner_id = $2 where id = $1', [
    a.tenantId,
    owner.userId,
  ]);
});

const reason = 'Leads the school now';
const idOf = async ({ email }: TestMember, caller = owner) =>
  (await invoke(people.list, { q: email }, caller.call())).people[0]?.id ?? '';
const offer = async (to: TestMember, by = owner) =>
  invoke(ownership.offer, { membershipId: await idOf(to), reason }, by.call());
const accept = (by: TestMember) => invoke(ownership.accept, {}, by.call());
const stale = (member: TestMember) =>
  world.database.query(
    `update control.sessions set proven_at = now() - interval '1 hour' where user_id = $1`,
    [member.userId],
  );

it('passes from the owner to another admin who accepts, in words and in the trail', async () => {
  expect(await offer(admin)).toMatchObject({
    owner: { userId: owner.userId },
    offer: { to: { userId: admin.userId }, reason },
    mayOffer: true,
  });
  const taken = await accept(admin);
  expect(taken).toMatchObject({ owner: { userId: admin.userId }, offer: null, mayOffer: true });
  const trail = await world.database.query<{ detail: object }>(
    `select detail from control.audit_events
     where tenant_id = $1 and procedure = 'ownership.accept'`,
    [a.tenantId],
  );
  expect(trail).toEqual([{ detail: { from: owner.userId, to: admin.userId, reason } }]);
  const mails = await world.database.query(
    `select 1 from control.outbox where tenant_id = $1 and job = 'mail.deliver'`,
    [a.tenantId],
  );
  expect(mails).toHaveLength(2);
  await expect(accept(admin)).rejects.toMatchObject({ code: 'not_found' });
});

it('is the owner’s to give, the other’s to take, and both want a fresh proof', async () => {
  const third = await world.member(a, 'admin');
  await expect(offer(third, admin)).rejects.toMatchObject({ code: 'forbidden' });
  await offer(admin);
  await expect(accept(third)).rejects.toMatchObject({ code: 'not_found' });
  await expect(accept(owner)).rejects.toMatchObject({ code: 'not_found' });
  await stale(admin);
  await expect(accept(admin)).rejects.toMatchObject({ code: 'proof_required' });
  await stale(owner);
  await expect(offer(third)).rejects.toMatchObject({ code: 'proof_required' });
});

it('is offered to an admin of this tenant only', async () => {
  const basic = await world.member(a, 'basic');
  await expect(offer(basic)).rejects.toMatchObject({
    fields: { membershipId: expect.any(String) },
  });
  await expect(offer(owner)).rejects.toMatchObject({
    fields: { membershipId: expect.any(String) },
  });
  const foreign = await world.member(await world.tenant(), 'admin');
  const membershipId = await idOf(foreign, foreign);
  const theirs = invoke(ownership.offer, { membershipId, reason }, owner.call());
  await expect(theirs).rejects.toMatchObject({ code: 'not_found' });
  await expect(offer(admin, basic)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await invoke(ownership.get, {}, basic.call())).mayOffer).toBe(false);
});

it('ends with its time, when taken back or declined, and when whom it is for is no admin', async () => {
  const end = (by: TestMember) => invoke(ownership.end, {}, by.call());
  const third = await world.member(a, 'admin');
  for (const by of [owner, admin]) {
    await offer(admin);
    await expect(end(third)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await end(by)).toMatchObject({ offer: null, owner: { userId: owner.userId } });
    await expect(accept(admin)).rejects.toMatchObject({ code: 'not_found' });
  }
  await offer(admin);
  await world.database.query(
    `update control.ownership_offers set expires_at = now() where tenant_id = $1`,
    [a.tenantId],
  );
  await expect(accept(admin)).rejects.toMatchObject({ code: 'not_found' });
});

it('is not lost by demotion, suspension or removal, and free once the owner is gone', async () => {
  const id = await idOf(owner);
  const away = [
    invoke(people.changeRoles, { id, roleIds: [a.roleIds.basic], reason }, admin.call()),
    invoke(people.suspend, { id, reason }, admin.call()),
    invoke(people.remove, { id, reason }, admin.call()),
  ];
  const outcomes = await Promise.allSettled(away);
  for (const one of outcomes) expect(one).toMatchObject({ reason: { code: 'precondition' } });
  await world.database.query(`update control.users set state = 'locked' where id = $1`, [
    owner.userId,
  ]);
  const third = await world.member(a, 'admin');
  const membershipId = await idOf(third, admin);
  const deputy = await world.member(a, 'basic');
  await world.database.query(
    `update control.membership_roles set role_id = $1
     where membership_id = (select id from control.memberships where user_id = $2)`,
    [await mintRole(a, ['people.read', 'people.manage']), deputy.userId],
  );
  expect(await invoke(ownership.get, {}, deputy.call())).toMatchObject({ mayOffer: false });
  await expect(
    invoke(ownership.offer, { membershipId, reason }, deputy.call()),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await invoke(ownership.offer, { membershipId, reason }, admin.call());
  expect((await accept(third)).owner).toMatchObject({ userId: third.userId });
});
