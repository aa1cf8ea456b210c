import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { productPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { hashToken, newToken } from '../secrets';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import {
  arrived,
  codeOf,
  giveAuthenticator,
  givePassword,
  mailsTo,
  runJobs,
  testPassword,
  tokenIn,
} from '../testing';
import type { SignInMethod } from './methods';

const { withPassword, withTicket, withCode, requestLink, requestReset, resetPassword, handOff } =
  signInProcedures.signIn;
const { start, get, proofWay } = sessionProcedures.session;

let world: World;
let a: TestTenant;
let sibling: TestTenant;
let admin: TestMember;
let member: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  sibling = await world.tenant({ poolId: a.poolId });
  admin = await world.member(a, 'admin');
  member = await world.member(a, 'basic');
  await givePassword(world, a, member.userId);
});

const switchOff = (...methodsOff: SignInMethod[]) =>
  invoke(securityProcedures.security.change, { ...productPolicy, methodsOff }, admin.call());

const off = { code: 'precondition', message: expect.stringContaining('switched off') };
const proof = () => ({ email: member.email, password: testPassword });

const mailed = async () => {
  await runJobs(world);
  return tokenIn((await mailsTo(world, member.email))[0]?.text ?? '');
};

it('refuses passwords at every door from the next request on, and says the same to a stranger', async () => {
  await invoke(requestReset, { email: member.email }, world.anonymous(a));
  const token = await mailed();
  await switchOff('password');
  expect((await invoke(get, {}, world.anonymous(a))).methods).toEqual(
    expect.not.arrayContaining(['password']),
  );
  for (const input of [proof(), { email: 'nobody@example.com', password: 'x' }]) {
    await expect(invoke(withPassword, input, world.anonymous(a))).rejects.toMatchObject(off);
    await expect(invoke(start, input, world.anonymous(a))).rejects.toMatchObject(off);
  }
  const email = member.email;
  await expect(invoke(requestReset, { email }, world.anonymous(a))).rejects.toMatchObject(off);
  const reset = { token, password: 'quiet-lake-wagon' };
  await expect(invoke(resetPassword, reset, world.anonymous(a))).rejects.toMatchObject(off);
  expect(await invoke(proofWay, {}, member.call())).toMatchObject({ way: null, passkey: false });
  await switchOff();
  arrived(await invoke(withPassword, proof(), world.anonymous(a)));
});

it('refuses links by mail, those on their way as well', async () => {
  const input = { email: member.email, returnPath: '/' };
  await invoke(requestLink, input, world.anonymous(a));
  const ticket = await mailed();
  await switchOff('magic_link');
  await expect(invoke(requestLink, input, world.anonymous(a))).rejects.toMatchObject(off);
  const link = { ticket, nonce: null };
  await expect(invoke(withTicket, link, world.anonymous(a))).rejects.toMatchObject(off);
  await switchOff();
  arrived(await invoke(withTicket, link, world.anonymous(a)));
});

it('ends sign-ins that were begun with it', async () => {
  const { secret } = await giveAuthenticator(member);
  const begun = await invoke(withPassword, proof(), world.anonymous(a));
  if (!('flow' in begun)) throw new Error('No code was asked for.');
  await switchOff('password');
  const code = { flow: begun.flow, code: codeOf(secret) };
  await expect(invoke(withCode, code, world.anonymous(a))).rejects.toMatchObject(off);
});

it('concerns entering this tenant only, also of who comes from another of the pool', async () => {
  await world.member(sibling, 'basic', { email: member.email });
  await switchOff('password');
  const { token } = arrived(await invoke(withPassword, proof(), world.anonymous(sibling)));
  const there = webCall(
    'rest',
    new Headers({ host: sibling.host, cookie: `house.session=${token}` }),
    '127.0.0.1',
  );
  const arrive = async () => {
    const nonce = newToken();
    const input = { slug: a.slug, nonceHash: hashToken(nonce), returnPath: '/' };
    const { url } = await invoke(handOff, input, there);
    const ticket = new URL(url).searchParams.get('ticket') ?? '';
    return await invoke(withTicket, { ticket, nonce }, world.anonymous(a));
  };
  await expect(arrive()).rejects.toMatchObject(off);
  await switchOff('magic_link');
  arrived(await arrive());
});

it('ends what was begun by a device that proved itself with it elsewhere', async () => {
  await world.member(sibling, 'basic', { email: member.email });
  const { token } = arrived(await invoke(withPassword, proof(), world.anonymous(sibling)));
  const { secret } = await giveAuthenticator(member);
  const there = webCall(
    'rest',
    new Headers({ host: sibling.host, cookie: `house.session=${token}` }),
    '127.0.0.1',
  );
  const nonce = newToken();
  const input = { slug: a.slug, nonceHash: hashToken(nonce), returnPath: '/' };
  const { url } = await invoke(handOff, input, there);
  const ticket = new URL(url).searchParams.get('ticket') ?? '';
  const begun = await invoke(withTicket, { ticket, nonce }, world.anonymous(a));
  if (!('flow' in begun)) throw new Error('No code was asked for.');
  await switchOff('password');
  const code = { flow: begun.flow, code: codeOf(secret) };
  await expect(invoke(withCode, code, world.anonymous(a))).rejects.toMatchObject(off);
});

it('leaves one way in, and knows no others', async () => {
  await expect(switchOff('password', 'magic_link')).rejects.toMatchObject({
    code: 'invalid',
    fields: { methodsOff: expect.any(String) },
  });
  await expect(switchOff('carrier_pigeon' as SignInMethod)).rejects.toMatchObject({
    code: 'invalid',
  });
  const other = await world.member(await world.tenant(), 'admin');
  const { methodsOff } = await invoke(securityProcedures.security.get, {}, other.call());
  expect(methodsOff).toEqual([]);
});
