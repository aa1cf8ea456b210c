import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { factorProcedures } from '../factors/procedures';
import { productPolicy, type SecurityPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { giveAuthenticator, mailsTo, runJobs } from '../testing';
import { passkeyProcedures } from './procedures';
import { attest, givePasskey, newDeviceKey } from './testing';
import { bringsCertificates } from './verify';

const { list, begin, add, rename, remove } = passkeyProcedures.passkeys;
const { get, renewCodes, remove: removeFactor } = factorProcedures.factors;

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

const rules = (part: Partial<SecurityPolicy>, by: TestMember) =>
  invoke(securityProcedures.security.change, { ...productPolicy, ...part }, by.call());

const demand = { secondFactor: 'required', graceDays: 30 } as const;

const refuse = (member: TestMember, id: string) =>
  expect(invoke(remove, { passkeyId: id }, member.call())).rejects;

const shut = (id: string) =>
  world.database.query('update control.passkeys set suspected_at = now() where id = $1', [id]);

const keysOf = async (member: TestMember) => (await invoke(list, {}, member.call())).passkeys;

const subjectsTo = async ({ email }: TestMember) => {
  await runJobs(world);
  return (await mailsTo(world, email)).map(({ subject }) => subject);
};

describe('passkeys of an account', () => {
  it('are added for the host, discoverable and verified, renamed, removed, and told of by mail', async () => {
    const member = await world.member(a, 'guest');
    const { options } = await invoke(begin, {}, member.call());
    expect(options).toMatchObject({
      rp: { id: a.host },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });
    const { device, id } = await givePasskey(member, a);
    expect(await keysOf(member)).toMatchObject([
      { id, name: 'Phone', host: a.host, here: true, lastUsedAt: null, suspectedAt: null },
    ]);
    const again = await invoke(begin, {}, member.call());
    expect(again.options.excludeCredentials).toMatchObject([{ id: device.credentialId }]);
    await invoke(rename, { passkeyId: id, name: 'Laptop' }, member.call());
    expect(await keysOf(member)).toMatchObject([{ name: 'Laptop' }]);
    await invoke(remove, { passkeyId: id }, member.call());
    expect(await keysOf(member)).toEqual([]);
    expect(await subjectsTo(member)).toEqual([
      'A passkey of your account was removed',
      'A passkey was added to your account',
    ]);
  });

  it('are nobody else’s to see, rename or remove, in the tenant or another', async () => {
    const { id } = await givePasskey(await world.member(a, 'basic'), a);
    for (const [tenant, role] of [
      [a, 'admin'],
      [sibling, 'admin'],
      [stranger, 'admin'],
    ] as const) {
      const other = await world.member(tenant, role);
      expect(await keysOf(other)).toEqual([]);
      await refuse(other, id).toMatchObject({ code: 'not_found' });
      const renamed = invoke(rename, { passkeyId: id, name: 'Mine' }, other.call());
      await expect(renamed).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('are believed only as an answer to what this session asked, here, by a verified person', async () => {
    const member = await world.member(a, 'basic');
    const twin = await world.member(sibling, 'basic', { email: member.email });
    const device = newDeviceKey(member.userId);
    const { options } = await invoke(begin, {}, member.call());
    const { challenge } = options;
    const right = attest(device, { host: a.host, challenge });
    const other = await world.member(a, 'basic');
    const notBelieved = { code: 'invalid', fields: { attestation: expect.any(String) } };
    const give = (by: TestMember, attestation: typeof right) =>
      invoke(add, { name: 'Phone', attestation }, by.call());
    await expect(give(other, right)).rejects.toMatchObject(notBelieved);
    await expect(give(twin, right)).rejects.toMatchObject(notBelieved);
    await give(member, right);
    await expect(give(member, right)).rejects.toMatchObject(notBelieved);
    for (const lie of [
      { origin: 'https://evil.example' },
      { rpId: sibling.host },
      { verified: false },
      { crossOrigin: true },
      { type: 'webauthn.get' },
    ]) {
      const fresh = (await invoke(begin, {}, member.call())).options.challenge;
      const answer = attest(newDeviceKey(member.userId), {
        host: a.host,
        challenge: fresh,
        ...lie,
      });
      await expect(give(member, answer)).rejects.toMatchObject(notBelieved);
    }
    const twice = (await invoke(begin, {}, member.call())).options.challenge;
    await expect(
      give(member, attest(device, { host: a.host, challenge: twice })),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await keysOf(member)).toHaveLength(1);
  });

  it('want a fresh proof to be added and removed', async () => {
    const member = await world.member(a, 'basic');
    const { id } = await givePasskey(member, a);
    await world.database.query(
      `update control.sessions set proven_at = now() - interval '16 minutes' where user_id = $1`,
      [member.userId],
    );
    const stale = { code: 'proof_required' };
    await expect(invoke(begin, {}, member.call())).rejects.toMatchObject(stale);
    await refuse(member, id).toMatchObject(stale);
    await expect(
      invoke(rename, { passkeyId: id, name: 'Phone' }, member.call()),
    ).rejects.toMatchObject(stale);
  });

  it('make every other session of the account prove itself anew, when they are its first factor', async () => {
    const member = await world.member(a, 'basic');
    const thief = await world.member(sibling, 'basic', { email: member.email });
    const { id } = await givePasskey(member, a);
    const stale = { code: 'proof_required' };
    await expect(invoke(begin, {}, thief.call())).rejects.toMatchObject(stale);
    await refuse(thief, id).toMatchObject(stale);
    expect((await givePasskey(member, a)).recoveryCodes).toEqual([]);
  });

  it('come without certificates: what a statement names is never fetched', async () => {
    const member = await world.member(a, 'basic');
    const { options } = await invoke(begin, {}, member.call());
    const fetched = vi.spyOn(globalThis, 'fetch');
    const answer = attest(newDeviceKey(member.userId), {
      host: a.host,
      challenge: options.challenge,
    });
    // The same statement under the name of a form that is verified by certificates.
    const object = Buffer.from(answer.attestationObject, 'base64url').toString('latin1');
    const named = object.replace('dnone', 'kandroid-key');
    expect(named).not.toBe(object);
    const attestationObject = Buffer.from(named, 'latin1').toString('base64url');
    await expect(
      invoke(add, { name: 'Phone', attestation: { ...answer, attestationObject } }, member.call()),
    ).rejects.toMatchObject({ code: 'invalid', fields: { attestation: expect.any(String) } });
    expect(await bringsCertificates(attestationObject)).toBe(true);
    expect(await bringsCertificates(answer.attestationObject)).toBe(false);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it('are never more than twenty, however many are added at once', async () => {
    const member = await world.member(a, 'basic');
    await givePasskey(member, a);
    await world.database.query(
      `insert into control.passkeys (id, pool_id, user_id, host, credential_id, public_key, synced, name)
       select app.uuid7(), $1, $2, $3, md5(n::text), 'x', false, 'Key' from generate_series(1, 17) n`,
      [a.poolId, member.userId, a.host],
    );
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => givePasskey(member, a)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await keysOf(member)).toHaveLength(20);
    await expect(invoke(begin, {}, member.call())).rejects.toMatchObject({ code: 'limit' });
  });

  it('of another workspace of the person are taken away there', async () => {
    const member = await world.member(a, 'basic');
    const { id } = await givePasskey(member, a);
    const twin = await world.member(sibling, 'basic', { email: member.email });
    expect(await keysOf(twin)).toMatchObject([{ host: a.host, here: false }]);
    await refuse(twin, id).toMatchObject({
      code: 'precondition',
      message: `This passkey works at ${a.host}. Remove it there.`,
    });
    const left = `update control.passkeys set host = 'left.example.com' where id = $1`;
    await world.database.query(left, [id]);
    await invoke(remove, { passkeyId: id }, twin.call());
  });
});

describe('second factors together', () => {
  it('have recovery codes with the first of either kind, which stay until the last is gone', async () => {
    const member = await world.member(a, 'basic');
    const first = await givePasskey(member, a);
    expect(first.recoveryCodes).toHaveLength(10);
    expect((await givePasskey(member, a)).recoveryCodes).toEqual([]);
    expect((await giveAuthenticator(member)).recoveryCodes).toEqual([]);
    expect(await invoke(get, {}, member.call())).toMatchObject({
      passkeys: 2,
      passkeysHere: 2,
      recoveryCodesLeft: 10,
    });
    await invoke(removeFactor, {}, member.call());
    expect(await invoke(get, {}, member.call())).toMatchObject({ recoveryCodesLeft: 10 });
    const renewed = await invoke(renewCodes, {}, member.call());
    expect(renewed.recoveryCodes).toHaveLength(10);
    for (const { id } of await keysOf(member)) {
      await invoke(remove, { passkeyId: id }, member.call());
    }
    expect(await invoke(get, {}, member.call())).toMatchObject({ recoveryCodesLeft: 0 });
    await expect(invoke(renewCodes, {}, member.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await subjectsTo(member)).toEqual(
      expect.arrayContaining([
        'An authenticator app was set up for your account',
        'The authenticator app of your account was removed',
      ]),
    );
  });

  it('keep the last one that works where a workspace asks for one', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const member = await world.member(tenant, 'basic');
    const { id } = await givePasskey(member, tenant);
    await rules(demand, boss);
    const last = {
      code: 'precondition',
      message: expect.stringContaining('your last one that works here'),
    };
    await refuse(member, id).toMatchObject(last);
    await giveAuthenticator(member);
    await invoke(remove, { passkeyId: id }, member.call());
    await expect(invoke(removeFactor, {}, member.call())).rejects.toMatchObject(last);
    const second = await givePasskey(member, tenant);
    await invoke(removeFactor, {}, member.call());
    await refuse(member, second.id).toMatchObject(last);
  });

  it('keep one where another workspace asks for it, and count no shut key as one that works', async () => {
    const strict = await world.tenant();
    const other = await world.tenant({ poolId: strict.poolId });
    const boss = await world.member(strict, 'admin');
    const member = await world.member(strict, 'basic');
    const twin = await world.member(other, 'basic', { email: member.email });
    await giveAuthenticator(member);
    await world.database.query('update control.sessions set proven_at = now() where user_id = $1', [
      member.userId,
    ]);
    await givePasskey(twin, other);
    await rules(demand, boss);
    await expect(invoke(removeFactor, {}, twin.call())).rejects.toMatchObject({
      message: expect.stringContaining(`${strict.slug} asks for a second factor`),
    });
    await shut((await givePasskey(member, strict)).id);
    await expect(invoke(removeFactor, {}, member.call())).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('of two that are taken away at once leave one where it is asked for', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const member = await world.member(tenant, 'basic');
    const keys = [await givePasskey(member, tenant), await givePasskey(member, tenant)];
    await rules(demand, boss);
    const tries = await Promise.allSettled(
      keys.map(({ id }) => invoke(remove, { passkeyId: id }, member.call())),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await keysOf(member)).toHaveLength(1);
  });
});
