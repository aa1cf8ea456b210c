import { afterAll, beforeAll, expect, it } from 'vitest';
import { findHostEntry } from '@/db/directory';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import type { DirectoryEntry } from '../directory/entry';
import { featuresProcedures as features } from './procedures';

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});
afterAll(() => world.end());

const change = (enabled: boolean, caller = admin, module = 'collections') =>
  invoke(features.change, { module, enabled }, caller.call());

it('turns a module off and on, saying who did, for this tenant only', async () => {
  const before = await invoke(features.list, {}, admin.call());
  expect(before.features[0]).toMatchObject({ enabled: true, decidedBy: 'default' });
  expect(await change(false)).toMatchObject({
    enabled: false,
    decidedBy: 'tenant',
    changedByName: 'admin member',
  });
  const entry = await findHostEntry<DirectoryEntry>(a.slug, a.host);
  expect(entry?.modulesOff).toEqual(['collections']);
  const b = await world.tenant();
  const foreign = await world.member(b, 'admin');
  const theirs = await invoke(features.list, {}, foreign.call());
  expect(theirs.features[0]?.enabled).toBe(true);
  expect(await change(true)).toMatchObject({ enabled: true, decidedBy: 'tenant' });
});

it('refuses weak roles, unknown modules and bad input', async () => {
  const company = await world.member(a, 'company');
  await expect(change(false, company)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(invoke(features.list, {}, company.call())).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(change(false, admin, 'rockets')).rejects.toMatchObject({ code: 'not_found' });
  const bad = { module: 'collections', enabled: 'maybe' } as never;
  await expect(invoke(features.change, bad, admin.call())).rejects.toMatchObject({
    fields: { enabled: expect.any(String) },
  });
});
