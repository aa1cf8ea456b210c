import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { sessionProcedures } from '../session-procedures';
import { codeOf, giveAuthenticator, givePassword, testPassword } from '../testing';
import { factorProcedures } from './procedures';

const { get, begin, confirm, renewCodes } = factorProcedures.factors;
const { proofWay, prove, start } = sessionProcedures.session;

let world: World;
let a: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
});
afterAll(() => world.end());

it('counts once it was confirmed with a code, and only one is set up', async () => {
  const member = await world.member(a, 'guest');
  await expect(invoke(confirm, { code: '123456' }, member.call())).rejects.toMatchObject({
    code: 'precondition',
  });
  const { secret, uri } = await invoke(begin, {}, member.call());
  expect(new URL(uri).searchParams.get('secret')).toBe(secret);
  expect(await invoke(get, {}, member.call())).toMatchObject({ authenticator: null });
  await expect(invoke(confirm, { code: '000000' }, member.call())).rejects.toMatchObject({
    code: 'invalid',
    fields: { code: expect.any(String) },
  });
  const { recoveryCodes } = await invoke(confirm, { code: codeOf(secret) }, member.call());
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await invoke(get, {}, member.call())).toMatchObject({
    authenticator: { confirmedAt: expect.any(Date) },
    recoveryCodesLeft: 10,
    demandedBy: null,
  });
  await expect(invoke(begin, {}, member.call())).rejects.toMatchObject({ code: 'conflict' });
});

it('keeps its secret and its recovery codes from whoever reads the database', async () => {
  const member = await world.member(a, 'basic');
  const { secret, recoveryCodes } = await giveAuthenticator(member);
  const [row] = await world.database.query<{ all: string }>(
    `select (select json_agg(f) from control.second_factors f where user_id = $1)::text
       || (select json_agg(r) from control.recovery_codes r where user_id = $1)::text as all`,
    [member.userId],
  );
  expect(row?.all).toContain(member.userId);
  for (const known of [secret, ...recoveryCodes]) expect(row?.all).not.toContain(known);
});

it('makes new recovery codes in place of the old', async () => {
  const member = await world.member(a, 'basic');
  await expect(invoke(renewCodes, {}, member.call())).rejects.toMatchObject({ code: 'not_found' });
  const { recoveryCodes: old } = await giveAuthenticator(member);
  const { recoveryCodes } = await invoke(renewCodes, {}, member.call());
  expect(recoveryCodes.some((code) => old.includes(code))).toBe(false);
  await expect(invoke(prove, { proof: old[0] ?? '' }, member.call())).rejects.toMatchObject({
    code: 'invalid',
  });
  await invoke(prove, { proof: recoveryCodes[0] ?? '' }, member.call());
});

it('is what a fresh proof asks for, where there is one; tokens cannot give any', async () => {
  const member = await world.member(a, 'basic');
  expect(await invoke(proofWay, {}, member.call())).toMatchObject({ way: null, passkey: false });
  await givePassword(world, a, member.userId);
  expect(await invoke(proofWay, {}, member.call())).toMatchObject({
    way: 'password',
    passkey: false,
  });
  const { secret } = await giveAuthenticator(member);
  expect(await invoke(proofWay, {}, member.call())).toMatchObject({ way: 'code', passkey: false });
  await expect(invoke(prove, { proof: testPassword }, member.call())).rejects.toMatchObject({
    fields: { proof: expect.any(String) },
  });
  const proof = { email: member.email, password: testPassword, otp: codeOf(secret) };
  const { token } = await invoke(start, proof, world.anonymous(a));
  const headers = new Headers({ host: a.host, authorization: `Bearer ${token}` });
  const client = () => webCall('rest', headers, '127.0.0.1');
  await world.database.query(
    `update control.sessions set proven_at = now() - interval '1 hour' where user_id = $1`,
    [member.userId],
  );
  await expect(invoke(renewCodes, {}, client())).rejects.toMatchObject({ code: 'proof_required' });
});
