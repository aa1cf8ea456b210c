import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { accountProcedures } from '../account-procedures';
import { factorProcedures } from '../factors/procedures';
import { productPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { hashToken, newToken } from '../secrets';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { codeOf, giveAuthenticator, givePassword, testPassword } from '../testing';
import { passkeyProcedures } from './procedures';
import { assertBy, type DeviceKey, givePasskey } from './testing';

const { withPassword, steps, withCode, beginPasskeyStep, withPasskeyStep, handOff, withTicket } =
  signInProcedures.signIn;
const { start, get, proofWay, prove, beginPasskeyProof, proveByPasskey } =
  sessionProcedures.session;

let world: World;
let a: TestTenant;
let sibling: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  sibling = await world.tenant({ poolId: a.poolId });
});
afterAll(() => world.end());

const holder = async (counter = 0) => {
  const member = await world.member(a, 'basic');
  await givePassword(world, a, member.userId);
  return { member, ...(await givePasskey(member, a, counter)) };
};

const byPassword = ({ email }: TestMember, tenant = a) =>
  invoke(withPassword, { email, password: testPassword }, world.anonymous(tenant));

const flowOf = async (member: TestMember, tenant = a) => {
  const entered = await byPassword(member, tenant);
  if (!('flow' in entered)) throw new Error('This sign-in was finished at once.');
  return entered;
};

const give = async (flow: string, device: DeviceKey, lie = {}) => {
  const { options } = await invoke(beginPasskeyStep, { flow }, world.anonymous(a));
  const { challenge } = options;
  const assertion = assertBy(device, { host: a.host, challenge, ...lie });
  return await invoke(withPasskeyStep, { flow, assertion }, world.anonymous(a));
};

const browser = (token: string, tenant = a) =>
  webCall(
    'rest',
    new Headers({ host: tenant.host, cookie: `house.session=${token}` }),
    '127.0.0.1',
  );

const notAccepted = { code: 'invalid', fields: { assertion: expect.any(String) } };

describe('a sign-in by password of somebody who has a passkey', () => {
  it('is finished by it, or by a recovery code', async () => {
    const { member, device, recoveryCodes } = await holder();
    const { flow, steps: left } = await flowOf(member);
    expect(left).toEqual(['passkey', 'recovery_code']);
    const { options } = await invoke(beginPasskeyStep, { flow }, world.anonymous(a));
    expect(options.allowCredentials).toMatchObject([{ id: device.credentialId }]);
    const { token } = await give(flow, device, { userHandle: null });
    expect((await invoke(get, {}, browser(token))).user?.email).toBe(member.email);
    const next = await flowOf(member);
    const [code = ''] = recoveryCodes;
    await invoke(withCode, { flow: next.flow, code }, world.anonymous(a));
  });

  it('goes on after a wrong answer, and takes nothing of other people, flows or purposes', async () => {
    const { member, device } = await holder();
    const other = await holder();
    const { flow } = await flowOf(member);
    await expect(give(flow, device, { verified: false })).rejects.toMatchObject(notAccepted);
    await expect(give(flow, other.device)).rejects.toMatchObject(notAccepted);
    const mine = await flowOf(other.member);
    const { options } = await invoke(beginPasskeyStep, { flow: mine.flow }, world.anonymous(a));
    const assertion = assertBy(device, { host: a.host, challenge: options.challenge });
    await expect(
      invoke(withPasskeyStep, { flow, assertion }, world.anonymous(a)),
    ).rejects.toMatchObject(notAccepted);
    const whole = await invoke(signInProcedures.signIn.beginPasskey, {}, world.anonymous(a));
    const answer = assertBy(device, { host: a.host, challenge: whole.options.challenge });
    await expect(
      invoke(withPasskeyStep, { flow, assertion: answer }, world.anonymous(a)),
    ).rejects.toMatchObject(notAccepted);
    await expect(
      invoke(beginPasskeyStep, { flow }, world.anonymous(sibling)),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    await give(flow, device);
    await expect(give(flow, device)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('takes an authenticator as well, where there is one', async () => {
    const { member } = await holder();
    const { secret } = await giveAuthenticator(member);
    const { flow, steps: left } = await flowOf(member);
    expect(left).toEqual(['passkey', 'code', 'recovery_code']);
    await invoke(withCode, { flow, code: codeOf(secret) }, world.anonymous(a));
  });

  it('wants both proofs where their passkey does not work as well, and says what will do', async () => {
    const { member, recoveryCodes } = await holder();
    const twin = await world.member(sibling, 'basic', { email: member.email });
    const { flow, steps: left } = await flowOf(twin, sibling);
    expect(left).toEqual(['recovery_code', 'elsewhere']);
    await expect(
      invoke(beginPasskeyStep, { flow }, world.anonymous(sibling)),
    ).rejects.toMatchObject({ code: 'precondition' });
    await expect(
      invoke(signInProcedures.signIn.setUp, { flow }, world.anonymous(sibling)),
    ).rejects.toMatchObject({ code: 'precondition' });
    const [code = ''] = recoveryCodes;
    await invoke(withCode, { flow, code }, world.anonymous(sibling));
    await world.database.query('delete from control.recovery_codes where user_id = $1', [
      member.userId,
    ]);
    expect((await flowOf(twin, sibling)).steps).toEqual(['elsewhere']);
  });

  it('is asked for nothing more where they come over from the host it works at', async () => {
    const { member, device } = await holder();
    await world.member(sibling, 'basic', { email: member.email });
    const { token } = await give((await flowOf(member)).flow, device);
    const nonce = newToken();
    const input = { slug: sibling.slug, nonceHash: hashToken(nonce), returnPath: '/' };
    const { url } = await invoke(handOff, input, browser(token));
    const ticket = new URL(url).searchParams.get('ticket') ?? '';
    const arrival = { ticket, nonce };
    expect(await invoke(withTicket, arrival, world.anonymous(sibling))).toHaveProperty('token');
  });

  it('is still asked for a second proof once it was shut, which it is not', async () => {
    const { member, device } = await holder(9);
    const { flow } = await flowOf(member);
    await expect(give(flow, device, { counter: 2 })).rejects.toMatchObject(notAccepted);
    expect((await invoke(steps, { flow }, world.anonymous(a))).steps).toEqual([
      'recovery_code',
      'elsewhere',
    ]);
    await expect(invoke(beginPasskeyStep, { flow }, world.anonymous(a))).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('is not open to API clients by the password alone', async () => {
    const { member, recoveryCodes } = await holder();
    const proof = { email: member.email, password: testPassword };
    await expect(invoke(start, proof, world.anonymous(a))).rejects.toMatchObject({
      fields: { otp: expect.any(String) },
    });
    await invoke(start, { ...proof, otp: recoveryCodes[0] }, world.anonymous(a));
    await world.database.query('delete from control.recovery_codes where user_id = $1', [
      member.userId,
    ]);
    await expect(invoke(start, proof, world.anonymous(a))).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('may be where passkeys are no way in: they prove besides all the same', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    await givePassword(world, tenant, boss.userId);
    await givePasskey(boss, tenant);
    const off = { ...productPolicy, methodsOff: ['passkey' as const] };
    await invoke(securityProcedures.security.change, off, boss.call());
    expect((await flowOf(boss, tenant)).steps).toEqual(['passkey', 'recovery_code']);
  });
});

describe('a fresh proof', () => {
  const age = ({ userId }: TestMember) =>
    world.database.query(
      `update control.sessions set proven_at = now() - interval '1 hour' where user_id = $1`,
      [userId],
    );

  it('is given by a passkey', async () => {
    const { member, device, id } = await holder();
    await age(member);
    const removal = () =>
      invoke(passkeyProcedures.passkeys.remove, { passkeyId: id }, member.call());
    await expect(removal()).rejects.toMatchObject({ code: 'proof_required' });
    expect(await invoke(proofWay, {}, member.call())).toMatchObject({
      way: 'recovery_code',
      passkey: true,
    });
    const ask = async (lie = {}) => {
      const { options } = await invoke(beginPasskeyProof, {}, member.call());
      return assertBy(device, { host: a.host, challenge: options.challenge, ...lie });
    };
    for (const lie of [{ verified: false }, { origin: 'https://evil.example' }]) {
      const wrong = await ask(lie);
      await expect(
        invoke(proveByPasskey, { assertion: wrong }, member.call()),
      ).rejects.toMatchObject(notAccepted);
    }
    const assertion = await ask();
    const other = await holder();
    await expect(invoke(proveByPasskey, { assertion }, other.member.call())).rejects.toMatchObject(
      notAccepted,
    );
    await invoke(proveByPasskey, { assertion }, member.call());
    await removal();
    await expect(invoke(beginPasskeyProof, {}, member.call())).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('is not given by the password of who has a second factor, wherever it works', async () => {
    const { member, recoveryCodes } = await holder();
    const twin = await world.member(sibling, 'basic', { email: member.email });
    await age(twin);
    expect(await invoke(proofWay, {}, twin.call())).toMatchObject({
      way: 'recovery_code',
      passkey: false,
    });
    await expect(invoke(prove, { proof: testPassword }, twin.call())).rejects.toMatchObject({
      fields: { proof: expect.any(String) },
    });
    await invoke(prove, { proof: recoveryCodes[0] ?? '' }, twin.call());
    await givePasskey(twin, sibling);
    expect(await invoke(proofWay, {}, twin.call())).toMatchObject({ passkey: true });
  });
});

it('lets a short password stand beside a passkey, which then stays until it can stand alone', async () => {
  const { member, id } = await holder();
  const change = { currentPassword: testPassword, newPassword: 'tundra-9-fox' };
  await invoke(accountProcedures.account.changePassword, change, member.call());
  await expect(
    invoke(passkeyProcedures.passkeys.remove, { passkeyId: id }, member.call()),
  ).rejects.toMatchObject({ message: expect.stringContaining('beside a second factor only') });
  await giveAuthenticator(member);
  await invoke(passkeyProcedures.passkeys.remove, { passkeyId: id }, member.call());
  await expect(invoke(factorProcedures.factors.remove, {}, member.call())).rejects.toMatchObject({
    code: 'precondition',
  });
});
