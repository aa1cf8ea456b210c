import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { mintRole, openWorld, type World } from '@/lib/doors/testing';
import { rolesProcedures } from './procedures';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

it('lists roles with their permissions, their members and what the caller may give', async () => {
  const a = await world.tenant();
  const admin = await world.member(a, 'admin');
  const basic = await world.member(a, 'basic');
  await mintRole(a, ['people.read']);
  await mintRole(await world.tenant(), ['people.read']);
  const { roles, permissions } = await invoke(rolesProcedures.list, {}, admin.call());
  expect(roles.map((role) => role.key).slice(0, 5)).toEqual([
    'guest',
    'basic',
    'advanced',
    'company',
    'admin',
  ]);
  expect(roles).toHaveLength(6);
  expect(roles.every((role) => role.grantable)).toBe(true);
  expect(roles.find((role) => role.key === 'admin')?.members).toBe(1);
  expect(permissions.map(({ id }) => id)).toContain('records.read');
  const theirs = await invoke(rolesProcedures.list, {}, basic.call());
  expect(theirs.roles.find((role) => role.key === 'admin')?.grantable).toBe(false);
  const guest = await world.member(a, 'guest');
  await expect(invoke(rolesProcedures.list, {}, guest.call())).rejects.toMatchObject({
    code: 'forbidden',
  });
  const foreign = await world.member(await world.tenant(), 'admin');
  expect((await invoke(rolesProcedures.list, {}, foreign.call())).roles).toHaveLength(5);
});
