import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { productPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { hashToken, newToken } from '../secrets';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { codeOf, giveAuthenticator, givePassword, testPassword } from '../testing';
import { assertBy, attest, givePasskey, newDeviceKey } from './testing';

const { withPassword, withCode, setUp, confirmSetUp } = signInProcedures.signIn;
const { beginPasskeySetUp, withNewPasskey } = signInProcedures.signIn;
const { beginPasskey, withPasskey } = signInProcedures.signIn;

let world: World;
let a: TestTenant;
let sibling: TestTenant;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  sibling = await world.tenant({ poolId: a.poolId });
  const boss = await world.member(a, 'admin');
  const asking = { secondFactor: 'required' as const, secondFactorRoles: ['basic'] };
  await invoke(securityProcedures.security.change, { ...productPolicy, ...asking }, boss.call());
});

const person = async () => {
  const member = await world.member(a, 'basic');
  await givePassword(world, a, member.userId);
  return member;
};
/** The same person at a tenant that asks for nothing. */
const elsewhere = ({ email }: TestMember) => world.member(sibling, 'basic', { email });
const flowOf = async ({ email }: TestMember) => {
  const given = { email, password: testPassword };
  const entered = await invoke(withPassword, given, world.anonymous(a));
  if (!('flow' in entered)) throw new Error('This sign-in was finished at once.');
  return entered.flow;
};
const begin = async (flow: string, tenant = a) =>
  (await invoke(beginPasskeySetUp, { flow }, world.anonymous(tenant))).options;
const finish = async (flow: string, member: TestMember, lie = {}) => {
  const { challenge } = await begin(flow);
  const device = newDeviceKey(member.userId);
  const attestation = attest(device, { host: a.host, challenge, ...lie });
  const given = { flow, name: 'Laptop', attestation };
  return { device, ...(await invoke(withNewPasskey, given, world.anonymous(a))) };
};
const keysOf = ({ userId }: TestMember) =>
  world.database.query('select id from control.passkeys where user_id = $1', [userId]);
const notBelieved = { code: 'invalid', fields: { attestation: expect.any(String) } };

describe('a sign-in that demands a second factor', () => {
  it('is finished by a passkey that is made for it, which signs in from then on', async () => {
    const member = await person();
    const options = await begin(await flowOf(member));
    expect(options).toMatchObject({ rp: { id: a.host }, user: { name: member.email } });
    const { token, recoveryCodes, device } = await finish(await flowOf(member), member);
    expect(recoveryCodes.length).toBeGreaterThan(5);
    const headers = new Headers({ host: a.host, cookie: `house.session=${token}` });
    const { get } = sessionProcedures.session;
    expect((await invoke(get, {}, webCall('rest', headers))).user?.email).toBe(member.email);
    const asked = await invoke(beginPasskey, {}, world.anonymous(a));
    const assertion = assertBy(device, { host: a.host, challenge: asked.options.challenge });
    const whole = { browser: asked.browser, assertion, returnPath: '/' };
    expect(await invoke(withPasskey, whole, world.anonymous(a))).toHaveProperty('token');
    const flow = await flowOf(member);
    const [code = ''] = recoveryCodes;
    await invoke(withCode, { flow, code }, world.anonymous(a));
  });

  it('goes on after a key that is not believed, and is spent by the first that is', async () => {
    const member = await person();
    const flow = await flowOf(member);
    await expect(finish(flow, member, { verified: false })).rejects.toMatchObject(notBelieved);
    await expect(
      finish(flow, member, { origin: 'https://elsewhere.example' }),
    ).rejects.toMatchObject(notBelieved);
    const strange = newDeviceKey(member.userId);
    const challenge = Buffer.alloc(32).toString('base64url');
    const attestation = attest(strange, { host: a.host, challenge });
    await expect(
      invoke(withNewPasskey, { flow, name: 'Laptop', attestation }, world.anonymous(a)),
    ).rejects.toMatchObject(notBelieved);
    expect(await keysOf(member)).toEqual([]);
    await finish(flow, member);
    await expect(begin(flow)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('takes a challenge of no other sign-in, host or tenant', async () => {
    const [member, other] = [await person(), await person()];
    const [flow, theirs] = [await flowOf(member), await flowOf(other)];
    const { challenge } = await begin(theirs);
    const attestation = attest(newDeviceKey(member.userId), { host: a.host, challenge });
    const given = { flow, name: 'Laptop', attestation };
    await expect(invoke(withNewPasskey, given, world.anonymous(a))).rejects.toMatchObject(
      notBelieved,
    );
    await expect(begin(flow, sibling)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect([...(await keysOf(member)), ...(await keysOf(other))]).toEqual([]);
  });

  it('makes one key and one session of many answers at once, beside an authenticator too', async () => {
    const member = await person();
    const flow = await flowOf(member);
    const { secret } = await invoke(setUp, { flow }, world.anonymous(a));
    const flows = [flow, flow, flow, await flowOf(member)];
    const tries = await Promise.allSettled([
      ...flows.map((one) => finish(one, member)),
      invoke(confirmSetUp, { flow, code: codeOf(secret) }, world.anonymous(a)),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const factors = await world.database.query(
      'select 1 from control.second_factors where user_id = $1 and confirmed_at is not null',
      [member.userId],
    );
    expect((await keysOf(member)).length + factors.length).toBe(1);
  });
});

describe('nobody with a second factor', () => {
  const refused = { code: 'precondition' };

  it('sets up another by the password alone: not beside an authenticator', async () => {
    const member = await person();
    await giveAuthenticator(await elsewhere(member));
    await expect(begin(await flowOf(member))).rejects.toMatchObject(refused);
  });

  it('nor beside a passkey that works elsewhere, or was made after it began', async () => {
    const member = await person();
    const flow = await flowOf(member);
    const { challenge } = await begin(flow);
    await givePasskey(await elsewhere(member), sibling);
    await expect(begin(flow)).rejects.toMatchObject(refused);
    const attestation = attest(newDeviceKey(member.userId), { host: a.host, challenge });
    const given = { flow, name: 'Laptop', attestation };
    await expect(invoke(withNewPasskey, given, world.anonymous(a))).rejects.toMatchObject(refused);
    expect(await keysOf(member)).toHaveLength(1);
  });

  it('and nobody of whom none is demanded', async () => {
    const member = await person();
    const flow = await flowOf(member);
    await world.database.query('delete from control.security_policies where tenant_id = $1', [
      a.tenantId,
    ]);
    await expect(begin(flow)).rejects.toMatchObject(refused);
  });
});

describe('a session from before', () => {
  const { resume, steps, handOff, withTicket } = signInProcedures.signIn;
  const longAgo = ({ userId }: TestMember) =>
    world.database.query(
      `update control.sessions set proven_at = now() - interval '16 minutes' where user_id = $1`,
      [userId],
    );
  const refused = { code: 'precondition', message: expect.stringContaining('Sign in here anew') };
  const refusesAll = async (flow: string, member: TestMember) => {
    expect(await invoke(steps, { flow }, world.anonymous(a))).toEqual({ steps: ['anew'] });
    const tries = await Promise.allSettled([
      begin(flow),
      invoke(setUp, { flow }, world.anonymous(a)),
      invoke(confirmSetUp, { flow, code: '123456' }, world.anonymous(a)),
    ]);
    for (const tried of tries) expect(tried).toMatchObject({ status: 'rejected', reason: refused });
    expect(await keysOf(member)).toEqual([]);
  };

  it('sets a second factor up within 15 minutes of its proof, and never after', async () => {
    const member = await person();
    const { flow } = await invoke(resume, {}, member.call());
    await begin(flow);
    await longAgo(member);
    await refusesAll(flow, member);
    await refusesAll((await invoke(resume, {}, member.call())).flow, member);
    await finish(await flowOf(member), member);
  });

  it('sets none up when it was handed on from a tenant that asks for none', async () => {
    const member = await person();
    await longAgo(member);
    const nonce = newToken();
    const nonceHash = hashToken(nonce);
    const wanted = { slug: a.slug, nonceHash, returnPath: '/' };
    const there = await elsewhere(member);
    const { url } = await invoke(handOff, wanted, there.call());
    const ticket = new URL(url).searchParams.get('ticket') ?? '';
    const entered = await invoke(withTicket, { ticket, nonce }, world.anonymous(a));
    if (!('flow' in entered)) throw new Error('This sign-in was finished at once.');
    await refusesAll(entered.flow, member);
  });
});
