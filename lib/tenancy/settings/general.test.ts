import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { settingsProcedures as settings } from './procedures';

let world: World;
let a: TestTenant;
let b: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  b = await world.tenant();
  admin = await world.member(a, 'admin');
});
afterAll(() => world.end());

const seoul = { name: 'Seoul Academy', locale: 'ko', timeZone: 'Asia/Seoul' } as const;

it('changes this tenant and no other', async () => {
  await invoke(settings.change, seoul, admin.call());
  expect(await invoke(settings.get, {}, admin.call())).toMatchObject({ ...seoul, slug: a.slug });
  const foreign = await world.member(b, 'admin');
  expect(await invoke(settings.get, {}, foreign.call())).toMatchObject({ name: b.slug });
});

it('refuses weak roles and names what is wrong', async () => {
  const company = await world.member(a, 'company');
  await expect(invoke(settings.get, {}, company.call())).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(invoke(settings.change, seoul, company.call())).rejects.toMatchObject({
    code: 'forbidden',
  });
  const bad = { name: ' ', locale: 'fr', timeZone: 'Mars/Base' } as never;
  await expect(invoke(settings.change, bad, admin.call())).rejects.toMatchObject({
    code: 'invalid',
    fields: {
      name: expect.any(String),
      locale: expect.any(String),
      timeZone: expect.stringMatching(/time zone/),
    },
  });
});
