import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { productPolicy } from './policy';
import { securityProcedures } from './procedures';

const { change, secondFactors } = securityProcedures.security;

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});
afterAll(() => world.end());

const counted = (member = admin) => invoke(secondFactors, {}, member.call());
const hold = (kind: 'totp' | 'passkey', { userId }: TestMember, host = a.host) =>
  kind === 'totp'
    ? world.database.query(
        `insert into control.second_factors (id, pool_id, user_id, kind, secret, confirmed_at)
         values (app.uuid7(), $1, $2, 'totp', 'x', now())`,
        [a.poolId, userId],
      )
    : world.database.query(
        `insert into control.passkeys (id, pool_id, user_id, host, credential_id, public_key, synced, name)
         values (app.uuid7(), $1, $2, $3, 'key of ' || $3::text, 'x', false, 'Laptop')`,
        [a.poolId, userId, host],
      );

it('counts who has none that works here, of all and of those who are asked', async () => {
  const [ann, bob, cyd] = [
    await world.member(a, 'basic'),
    await world.member(a, 'basic'),
    await world.member(a, 'guest'),
  ];
  expect(await counted()).toEqual({ members: 4, without: 4, asked: 0, askedWithout: 0 });
  await hold('totp', ann);
  await hold('passkey', cyd);
  await hold('passkey', bob, 'elsewhere.example.com');
  expect(await counted()).toMatchObject({ members: 4, without: 2 });
  const asking = { secondFactorRoles: ['basic'], graceDays: 14 };
  const rules = { ...productPolicy, ...asking, secondFactor: 'required' as const };
  await invoke(change, rules, admin.call());
  expect(await counted()).toEqual({ members: 4, without: 2, asked: 2, askedWithout: 1 });
  await world.database.query(
    `update control.memberships set state = 'suspended' where user_id = $1`,
    [bob.userId],
  );
  expect(await counted()).toEqual({ members: 3, without: 1, asked: 1, askedWithout: 0 });
});

it('is for who manages security, in the own workspace', async () => {
  const foreign = await world.member(await world.tenant(), 'admin');
  expect(await counted(foreign)).toEqual({ members: 1, without: 1, asked: 0, askedWithout: 0 });
  const basic = await world.member(a, 'basic');
  await expect(counted(basic)).rejects.toMatchObject({ code: 'forbidden' });
});
