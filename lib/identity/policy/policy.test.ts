import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { arrived, givePassword, testPassword } from '../testing';
import { productPolicy, type SecurityPolicy } from './policy';
import { securityProcedures } from './procedures';

const { get, change, sessions, endSession } = securityProcedures.security;
const { get: whoIs, prove } = sessionProcedures.session;
const { withPassword } = signInProcedures.signIn;

let world: World;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

/** A tenant of its own with an admin, since each case sets rules. */
const house = async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
};

const set = (part: Partial<SecurityPolicy>) =>
  invoke(change, { ...productPolicy, ...part }, admin.call());

const signIn = async ({ email }: TestMember) => {
  const proof = { email, password: testPassword };
  const entered = arrived(await invoke(withPassword, proof, world.anonymous(a)));
  return () =>
    webCall(
      'rest',
      new Headers({ host: a.host, cookie: `house.session=${entered.token}` }),
      '127.0.0.1',
    );
};

const person = async () => {
  const member = await world.member(a, 'basic');
  await givePassword(world, a, member.userId);
  return member;
};

const isIn = async (call: () => ReturnType<TestMember['call']>) =>
  (await invoke(whoIs, {}, call())).user !== null;

describe('the rules of sign-in', () => {
  it('are the product’s own until an admin sets them, and no one else’s', async () => {
    await house();
    expect(await invoke(get, {}, admin.call())).toEqual(productPolicy);
    const set1 = await set({ idleMinutes: 30, networks: ['127.0.0.1', '127.0.0.1'] });
    expect(set1).toMatchObject({ idleMinutes: 30, networks: ['127.0.0.1'] });
    const other = await world.member(await world.tenant(), 'admin');
    expect(await invoke(get, {}, other.call())).toEqual(productPolicy);
    const weak = await world.member(a, 'company');
    const refused = { code: 'forbidden' };
    await expect(invoke(get, {}, weak.call())).rejects.toMatchObject(refused);
    await expect(invoke(sessions, {}, weak.call())).rejects.toMatchObject(refused);
    await expect(invoke(change, productPolicy, weak.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('name what is wrong with them', async () => {
    await house();
    const wrong = { idleMinutes: 1, maxSessions: 0, networks: ['999.1.1.1'], graceDays: -1 };
    await expect(set(wrong)).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        idleMinutes: expect.any(String),
        maxSessions: expect.any(String),
        'networks.0': expect.any(String),
        graceDays: expect.any(String),
      },
    });
    await expect(set({ secondFactorRoles: ['nobody'] })).rejects.toMatchObject({
      fields: { secondFactorRoles: 'There is no role nobody.' },
    });
    await expect(set({ networks: ['203.0.113.0/24'] })).rejects.toMatchObject({
      fields: { networks: expect.stringContaining('127.0.0.1') },
    });
    expect(await invoke(get, {}, admin.call())).toEqual(productPolicy);
  });

  it('want a fresh proof, which a password gives', async () => {
    await house();
    await givePassword(world, a, admin.userId);
    await world.database.query(
      `update control.sessions set proven_at = now() - interval '16 minutes' where user_id = $1`,
      [admin.userId],
    );
    await expect(set({ idleMinutes: 60 })).rejects.toMatchObject({ code: 'proof_required' });
    await expect(invoke(prove, { proof: 'wrong' }, admin.call())).rejects.toMatchObject({
      fields: { proof: expect.any(String) },
    });
    await invoke(prove, { proof: testPassword }, admin.call());
    expect(await set({ idleMinutes: 60 })).toMatchObject({ idleMinutes: 60 });
  });
});

describe('sessions under the rules', () => {
  it('end when idle or old by rules that came later', async () => {
    await house();
    const member = await person();
    const call = await signIn(member);
    const age = (column: string, by: string) =>
      world.database.query(
        `update control.sessions set ${column} = now() - interval '${by}' where user_id = $1`,
        [member.userId],
      );
    await set({ idleMinutes: 30 });
    await age('last_seen_at', '20 minutes');
    expect(await isIn(call)).toBe(true);
    await set({ idleMinutes: 10 });
    await age('last_seen_at', '20 minutes');
    expect(await isIn(call)).toBe(false);
    await set({ idleMinutes: null, absoluteHours: 8 });
    expect(await isIn(call)).toBe(true);
    await age('created_at', '9 hours');
    expect(await isIn(call)).toBe(false);
  });

  it('make room: the oldest ends, the least used ends, or the new one is refused', async () => {
    await house();
    const member = await person();
    await world.database.query('delete from control.sessions where user_id = $1', [member.userId]);
    await set({ maxSessions: 2 });
    const [first, second] = [await signIn(member), await signIn(member)];
    const third = await signIn(member);
    expect([await isIn(first), await isIn(second), await isIn(third)]).toEqual([false, true, true]);
    await set({ maxSessions: 2, whenFull: 'refuse' });
    await expect(signIn(member)).rejects.toMatchObject({ code: 'limit' });
    await invoke(sessionProcedures.session.end, {}, third());
    expect(await isIn(await signIn(member))).toBe(true);
  });

  it('are never more than allowed, however many sign in at once', async () => {
    await house();
    const member = await person();
    await set({ maxSessions: 3 });
    await Promise.all(Array.from({ length: 8 }, () => signIn(member)));
    const { sessions: open } = await invoke(sessions, {}, admin.call());
    expect(open.filter(({ userId }) => userId === member.userId)).toHaveLength(3);
  });

  it('are seen and ended by an admin, here and nowhere else', async () => {
    await house();
    const sibling = await world.tenant({ poolId: a.poolId });
    const member = await person();
    const elsewhere = await world.member(sibling, 'basic', { email: member.email });
    const { sessions: open } = await invoke(sessions, {}, admin.call());
    const theirs = open.find(({ userId }) => userId === member.userId);
    await invoke(endSession, { sessionId: theirs?.id ?? '' }, admin.call());
    expect(await isIn(member.call)).toBe(false);
    expect(await isIn(elsewhere.call)).toBe(true);
    const there = await world.member(sibling, 'admin');
    const { sessions: others } = await invoke(sessions, {}, there.call());
    const [foreign] = others.filter(({ userId }) => userId === member.userId);
    await expect(
      invoke(endSession, { sessionId: foreign?.id ?? '' }, admin.call()),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await isIn(elsewhere.call)).toBe(true);
  });
});

describe('networks', () => {
  it('keep members of other addresses out, signed in or signing in', async () => {
    await house();
    const member = await person();
    await set({ networks: ['127.0.0.0/8'] });
    expect(await isIn(member.call)).toBe(true);
    const outside = (headers: Record<string, string>) =>
      webCall('rest', new Headers({ host: a.host, ...headers }), '198.51.100.7');
    const cookie = { cookie: `house.session=${member.token}` };
    await expect(invoke(sessionProcedures.session.list, {}, outside(cookie))).rejects.toMatchObject(
      {
        code: 'forbidden',
        message: expect.stringContaining('198.51.100.7'),
      },
    );
    const { email } = member;
    await expect(
      invoke(withPassword, { email, password: testPassword }, outside({})),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await isIn(() => outside(cookie))).toBe(false);
    await invoke(sessionProcedures.session.end, {}, outside(cookie));
    expect(await isIn(member.call)).toBe(false);
  });
});
