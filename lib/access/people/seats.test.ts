import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { peopleProcedures as people } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  await world.database.query(
    `insert into control.limit_overrides (tenant_id, id, name, max, reason, by_name)
       values ($1, app.uuid7(), 'members', 3, 'As agreed', 'Staff')`,
    [a.tenantId],
  );
});
afterAll(() => world.end());

const seats = (member: TestMember) => invoke(people.seats, {}, member.call());

it('are told to whoever sees people, with the invitations that are open', async () => {
  const to = ['one@example.com', 'two@example.com'];
  const asked = to.map((email) => ({ email, roleId: a.roleIds.basic }));
  await invoke(people.invite, { people: asked }, admin.call());
  expect(await seats(admin)).toEqual({ taken: 1, limit: 3, invited: 2 });
  const [open] = (await invoke(people.invitations, {}, admin.call())).invitations;
  await invoke(people.revoke, { id: open?.id ?? '' }, admin.call());
  expect(await seats(admin)).toEqual({ taken: 1, limit: 3, invited: 1 });
});

it('are another tenant’s own, and nothing for guests', async () => {
  const foreign = await world.member(await world.tenant(), 'admin');
  expect(await seats(foreign)).toEqual({ taken: 1, limit: null, invited: 0 });
  const guest = await world.member(a, 'guest');
  await expect(seats(guest)).rejects.toMatchObject({ code: 'forbidden' });
});
