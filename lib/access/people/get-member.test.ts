import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { peopleProcedures as people } from './procedures';

let world: World;
let a: TestTenant;
let basic: TestMember;
let id: string;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  basic = await world.member(a, 'basic');
  id = (await invoke(people.list, { q: basic.email }, basic.call())).people[0]?.id ?? '';
});
afterAll(() => world.end());

it('shows one member with roles', async () => {
  expect(await invoke(people.get, { id }, basic.call())).toMatchObject({
    id,
    userId: basic.userId,
    state: 'active',
    roles: [{ key: 'basic' }],
  });
});

it('shows nobody of another tenant, and nothing to a guest', async () => {
  const foreign = await world.member(await world.tenant(), 'admin');
  const guest = await world.member(a, 'guest');
  await expect(invoke(people.get, { id }, foreign.call())).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(invoke(people.get, { id }, guest.call())).rejects.toMatchObject({
    code: 'forbidden',
  });
});
