import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { productPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { newToken } from '../secrets';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { arrived, mailsTo, runJobs } from '../testing';
import { passkeyProcedures } from './procedures';
import type { Assertion } from './shapes';
import { assertBy, type DeviceKey, givePasskey, newDeviceKey } from './testing';

const { beginPasskey, withPasskey } = signInProcedures.signIn;
const { get } = sessionProcedures.session;

let world: World;
let a: TestTenant;
let sibling: TestTenant;
let stranger: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  sibling = await world.tenant({ poolId: a.poolId });
  stranger = await world.tenant();
});
afterAll(() => world.end());

const begin = async (tenant = a) => {
  const { options, browser } = await invoke(beginPasskey, {}, world.anonymous(tenant));
  return { options, browser, challenge: options.challenge };
};

const finish = (browser: string, assertion: Assertion, tenant = a) =>
  invoke(withPasskey, { browser, assertion }, world.anonymous(tenant));

type Lie = Partial<Parameters<typeof assertBy>[1]>;

const enter = async (device: DeviceKey, lie: Lie = {}, tenant = a) => {
  const { browser, challenge } = await begin(tenant);
  return await finish(browser, assertBy(device, { host: tenant.host, challenge, ...lie }), tenant);
};

const holder = async (counter = 0, tenant = a) => {
  const member = await world.member(tenant, 'basic');
  return { member, ...(await givePasskey(member, tenant, counter)) };
};

const refused = {
  code: 'unauthenticated',
  message: 'This passkey opens nothing here. Sign in another way.',
};

const admin = (tenant: TestTenant): Promise<TestMember> => world.member(tenant, 'admin');

describe('a sign-in with a passkey', () => {
  it('lets its owner in with both factors proven, and asks nothing of who they are before', async () => {
    const { member, device } = await holder();
    const { options, browser, challenge } = await begin();
    expect(options).toMatchObject({
      rpId: a.host,
      userVerification: 'required',
      allowCredentials: [],
    });
    const answer = assertBy(device, { host: a.host, challenge });
    const { token, returnPath } = arrived(await finish(browser, answer));
    expect(returnPath).toBe('/');
    const headers = new Headers({ host: a.host, cookie: `house.session=${token}` });
    const call = () => webCall('rest', headers, '127.0.0.1');
    expect((await invoke(get, {}, call())).user?.email).toBe(member.email);
    const { session } = await call().caller();
    expect(session).toMatchObject({ secondFactor: true, fresh: true });
  });

  it('takes a challenge once, whatever came of it, for five minutes, in the browser that asked', async () => {
    const { device } = await holder();
    const first = await begin();
    const answer = assertBy(device, { host: a.host, challenge: first.challenge });
    await expect(finish(newToken(), answer)).rejects.toMatchObject(refused);
    arrived(await finish(first.browser, answer));
    await expect(finish(first.browser, answer)).rejects.toMatchObject(refused);
    const wrong = await begin();
    const lie = { host: a.host, challenge: wrong.challenge };
    await expect(
      finish(wrong.browser, assertBy(device, { ...lie, origin: 'https://evil.example' })),
    ).rejects.toMatchObject(refused);
    await expect(finish(wrong.browser, assertBy(device, lie))).rejects.toMatchObject(refused);
    const late = await begin();
    await world.database.query('update control.passkey_challenges set expires_at = now()');
    await expect(
      finish(late.browser, assertBy(device, { host: a.host, challenge: late.challenge })),
    ).rejects.toMatchObject(refused);
    await expect(
      finish(newToken(), assertBy(device, { host: a.host, challenge: newToken() })),
    ).rejects.toMatchObject(refused);
  });

  it('is one session for many parallel answers', async () => {
    const { device } = await holder();
    const { browser, challenge } = await begin();
    const answer = assertBy(device, { host: a.host, challenge });
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => finish(browser, answer)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each<[string, (device: DeviceKey) => Lie]>([
    ['of another origin', () => ({ origin: 'https://evil.example' })],
    ['of the same host on another port', () => ({ origin: `http://${a.host}:1` })],
    ['for another host', () => ({ rpId: 'evil.example' })],
    ['for the host of a sibling', () => ({ rpId: sibling.host })],
    ['in a frame of another site', () => ({ crossOrigin: true })],
    ['without a person verified', () => ({ verified: false })],
    ['that makes a key instead', () => ({ type: 'webauthn.create' })],
    ['of another person', () => ({ userHandle: newDeviceKey('somebody').userHandle })],
    ['of nobody', () => ({ userHandle: null })],
    ['without a challenge', () => ({ challenge: '' })],
  ])('refuses an answer %s', async (_, lie) => {
    const { device } = await holder();
    await expect(enter(device, lie(device))).rejects.toMatchObject(refused);
    arrived(await enter(device));
  });

  it('answers alike for keys that are unknown, forged, of other hosts, tenants and pools', async () => {
    const { member, device } = await holder();
    const forged = { ...newDeviceKey(member.userId), credentialId: device.credentialId };
    const foreign = await holder(0, stranger);
    await world.member(sibling, 'basic', { email: member.email });
    for (const one of [newDeviceKey(member.userId), forged, foreign.device]) {
      await expect(enter(one)).rejects.toMatchObject(refused);
    }
    await expect(enter(device, {}, sibling)).rejects.toMatchObject(refused);
    await expect(enter(device, { host: a.host }, sibling)).rejects.toMatchObject(refused);
    await expect(enter(device, {}, stranger)).rejects.toMatchObject(refused);
    const { browser, challenge } = await begin();
    const elsewhere = assertBy(device, { host: a.host, challenge });
    await expect(finish(browser, elsewhere, sibling)).rejects.toMatchObject(refused);
    arrived(await finish(browser, elsewhere));
  });

  it('lets in members only, and no account that is locked', async () => {
    const { member, device } = await holder();
    const set = (table: string, state: string) =>
      world.database.query(
        `update control.${table} set state = $1 where ${table === 'users' ? 'id' : 'user_id'} = $2`,
        [state, member.userId],
      );
    for (const [table, state] of [
      ['memberships', 'suspended'],
      ['users', 'locked'],
    ] as const) {
      await set(table, state);
      await expect(enter(device)).rejects.toMatchObject(refused);
      await set(table, 'active');
    }
    arrived(await enter(device));
  });

  it('shuts a key whose counter goes back, for good, and tells its owner', async () => {
    const { member, device, id } = await holder(5);
    arrived(await enter(device));
    await expect(enter(device, { counter: 3 })).rejects.toMatchObject(refused);
    await expect(enter(device, { counter: 50 })).rejects.toMatchObject(refused);
    const shut = await world.database.query(
      'select id from control.passkeys where user_id = $1 and suspected_at is not null',
      [member.userId],
    );
    expect(shut).toEqual([{ id }]);
    await runJobs(world);
    const subjects = (await mailsTo(world, member.email)).map(({ subject }) => subject);
    expect(subjects.filter((one) => one === 'A passkey of your account was shut')).toHaveLength(1);
    const counting = await holder(7);
    await expect(enter(counting.device, { counter: 0 })).rejects.toMatchObject(refused);
  });

  it('signs out whatever a shut key opened', async () => {
    const { device } = await holder(5);
    const { token } = arrived(await enter(device));
    const headers = new Headers({ host: a.host, cookie: `house.session=${token}` });
    const who = async () => (await invoke(get, {}, webCall('rest', headers, '127.0.0.1'))).user;
    expect(await who()).not.toBeNull();
    await expect(enter(device, { counter: 3 })).rejects.toMatchObject(refused);
    expect(await who()).toBeNull();
  });

  it('takes two answers that overtake each other for no copy', async () => {
    const { member, device } = await holder(5);
    const [early, late] = [await begin(), await begin()];
    const slow = assertBy(device, { host: a.host, challenge: early.challenge });
    const quick = assertBy(device, { host: a.host, challenge: late.challenge });
    arrived(await finish(late.browser, quick));
    await expect(finish(early.browser, slow)).rejects.toMatchObject(refused);
    const { passkeys } = await invoke(passkeyProcedures.passkeys.list, {}, member.call());
    expect(passkeys).toMatchObject([{ suspectedAt: null }]);
    arrived(await enter(device));
  });

  it('is not shut to its owner by answers that strangers make up', async () => {
    const { device } = await holder();
    for (let at = 0; at < 12; at += 1) {
      await expect(enter(device, { verified: false })).rejects.toMatchObject(refused);
    }
    arrived(await enter(device));
  });

  it('is refused where it is switched off, before anything is looked at', async () => {
    const tenant = await world.tenant();
    const boss = await admin(tenant);
    const { device } = await holder(0, tenant);
    const begun = await begin(tenant);
    const off = { ...productPolicy, methodsOff: ['passkey' as const] };
    await invoke(securityProcedures.security.change, off, boss.call());
    const answer = { code: 'precondition', message: expect.stringContaining('switched off') };
    await expect(begin(tenant)).rejects.toMatchObject(answer);
    const right = assertBy(device, { host: tenant.host, challenge: begun.challenge });
    await expect(finish(begun.browser, right, tenant)).rejects.toMatchObject(answer);
    const { methods } = await invoke(get, {}, world.anonymous(tenant));
    expect(methods).toEqual(['password', 'magic_link']);
  });

  it('works at the canonical host alone, and is offered nowhere else', async () => {
    const tenant = await world.tenant();
    const { member, device } = await holder(0, tenant);
    const own = `keys-${tenant.slug}.example.com`;
    await world.database.query(
      `with made as (insert into control.domains (tenant_id, id, host, state, is_primary, proof)
         values ($1, app.uuid7(), $2, 'live', true, '') returning tenant_id, host)
       insert into control.hosts (host, tenant_id) select host, tenant_id from made`,
      [tenant.tenantId, own],
    );
    await expect(begin(tenant)).rejects.toMatchObject({
      code: 'precondition',
      message: `Passkeys of this workspace work at ${own} only.`,
    });
    expect((await invoke(get, {}, world.anonymous(tenant))).methods).not.toContain('passkey');
    const list = await invoke(passkeyProcedures.passkeys.list, {}, member.call());
    expect(list).toMatchObject({ works: false, passkeys: [{ host: tenant.host, here: false }] });
    const moved = { ...tenant, host: own };
    expect((await invoke(get, {}, world.anonymous(moved))).methods).toContain('passkey');
    await expect(enter(device, {}, moved)).rejects.toMatchObject(refused);
  });
});
