import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../doors/callable';
import { openWorld, setStatus, type TestTenant, type World } from '../doors/testing';
import { webCall } from '../doors/web-call';
import { accountProcedures } from './account-procedures';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';
import { arrived, givePassword, testPassword } from './testing';

const { start, get, end, endAll, list, revoke } = sessionProcedures.session;
const { withPassword } = signInProcedures.signIn;
const { get: getAccount } = accountProcedures.account;

let world: World;
let a: TestTenant;
let b: TestTenant;
let stranger: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  b = await world.tenant({ poolId: a.poolId });
  stranger = await world.tenant();
});
afterAll(() => world.end());

const person = async (tenant: TestTenant, email?: string) => {
  const member = await world.member(tenant, 'basic', email ? { email } : {});
  await givePassword(world, tenant, member.userId);
  return member;
};

const bearer = (tenant: TestTenant, token: string) =>
  webCall('rest', new Headers({ host: tenant.host, authorization: `Bearer ${token}` }), '10.0.0.1');

const signIn = (tenant: TestTenant, email: string, password = testPassword) =>
  invoke(start, { email, password }, world.anonymous(tenant));

describe('signing in over the API', () => {
  it('answers token, user and every membership, and the token works on this tenant only', async () => {
    const { email, userId } = await person(a);
    await world.member(b, 'admin', { email });
    const answer = await signIn(a, ` ${email.toUpperCase()} `);
    expect(answer.user.id).toBe(userId);
    expect(answer.memberships.map(({ tenant, roles }) => [tenant.slug, roles]).sort()).toEqual(
      [
        [a.slug, ['basic']],
        [b.slug, ['admin']],
      ].sort(),
    );
    expect((await invoke(getAccount, {}, bearer(a, answer.token))).id).toBe(userId);
    for (const tenant of [b, stranger]) {
      await expect(invoke(getAccount, {}, bearer(tenant, answer.token))).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    }
  });

  it('takes an API token for no cookie, and a cookie for no API token', async () => {
    const { email, token: cookie } = await person(a);
    const { token } = await signIn(a, email);
    const headers = new Headers({ host: a.host, cookie: `house.session=${token}` });
    expect((await invoke(get, {}, webCall('rest', headers, null as never))).user).toBeNull();
    expect((await invoke(get, {}, bearer(a, cookie))).user).toBeNull();
  });

  it('has the same words for wrong password, stranger, locked, suspended and not a member', async () => {
    const known = await person(a);
    const locked = await person(a);
    await world.database.query(`update control.users set state = 'locked' where id = $1`, [
      locked.userId,
    ]);
    const suspended = await person(a);
    await world.database.query(
      `update control.memberships set state = 'suspended' where user_id = $1`,
      [suspended.userId],
    );
    const elsewhere = await person(b);
    const tries = [
      [known.email, 'wrong-password-here'],
      ['nobody@example.com', testPassword],
      [locked.email, testPassword],
      [suspended.email, testPassword],
      [elsewhere.email, testPassword],
    ] as const;
    for (const [email, password] of tries) {
      await expect(signIn(a, email, password)).rejects.toMatchObject({
        code: 'unauthenticated',
        message: 'E-mail or password is wrong.',
        fields: {},
      });
    }
  });

  it('knows the same address in two pools as two strangers', async () => {
    const email = 'student.a@example.com';
    const here = await person(a, email);
    const there = await person(stranger, email);
    expect(here.userId).not.toBe(there.userId);
    const mine = await signIn(a, email);
    expect(mine.user.id).toBe(here.userId);
    expect(mine.memberships).toHaveLength(1);
    expect((await signIn(stranger, email)).user.id).toBe(there.userId);
  });

  it('evaluates ten guesses in fifteen minutes, then says how long to wait', async () => {
    const { email } = await person(a);
    const guesses = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => signIn(a, email, `wrong-guess-number-${n}`)),
    );
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'in'));
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(10);
    expect(codes.filter((code) => code === 'limit')).toHaveLength(30);
    const refusal = await signIn(a, email).catch((error) => error);
    expect(refusal.retryAfterSeconds).toBeGreaterThan(800);
  });

  it('names the field of bad input, and refuses a suspended tenant', async () => {
    await expect(signIn(a, 'no address')).rejects.toMatchObject({
      code: 'invalid',
      fields: { email: expect.any(String) },
    });
    const { email } = await person(b);
    await setStatus(b, 'suspended');
    await expect(signIn(b, email)).rejects.toMatchObject({ code: 'precondition' });
    await setStatus(b, 'active');
  });
});

describe('sessions', () => {
  const browser = async (tenant: TestTenant, email: string) => {
    const proof = { email, password: testPassword };
    const { token } = arrived(await invoke(withPassword, proof, world.anonymous(tenant)));
    const headers = () => new Headers({ host: tenant.host, cookie: `house.session=${token}` });
    return () => webCall('rest', headers(), '127.0.0.1');
  };

  it('lists devices, marks this one, and signs another out there', async () => {
    const { email } = await person(a);
    const [here, other] = [await browser(a, email), await browser(a, email)];
    const devices = (await invoke(list, {}, here())).sessions;
    expect(devices).toHaveLength(3);
    expect(devices.filter((d) => d.current)).toHaveLength(1);
    const theirs = (await invoke(list, {}, other())).sessions.find((d) => d.current);
    await invoke(revoke, { id: theirs?.id ?? '' }, here());
    expect((await invoke(get, {}, other())).user).toBeNull();
    expect((await invoke(get, {}, here())).user?.email).toBe(email);
  });

  it('does not sign out a device of somebody else', async () => {
    const mine = await browser(a, (await person(a)).email);
    const theirs = await browser(a, (await person(a)).email);
    const device = (await invoke(list, {}, theirs())).sessions.find((d) => d.current);
    await expect(invoke(revoke, { id: device?.id ?? '' }, mine())).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await invoke(get, {}, theirs())).user).not.toBeNull();
  });

  it('ends one device, or all, while the tenant is suspended too', async () => {
    const { email } = await person(b);
    const [one, two, three] = [
      await browser(b, email),
      await browser(b, email),
      await browser(b, email),
    ];
    await setStatus(b, 'suspended');
    await invoke(end, {}, one());
    await setStatus(b, 'active');
    expect((await invoke(get, {}, one())).user).toBeNull();
    expect((await invoke(get, {}, two())).user).not.toBeNull();
    await invoke(endAll, {}, two());
    expect((await invoke(get, {}, three())).user).toBeNull();
    await expect(invoke(end, {}, three())).resolves.toEqual({});
  });

  it('ends when idle, when too old, and at once when the membership or the role goes', async () => {
    const { email, userId } = await person(a);
    const call = await browser(a, email);
    const age = (column: string, by: string) =>
      world.database.query(
        `update control.sessions set ${column} = now() - interval '${by}' where user_id = $1`,
        [userId],
      );
    await age('last_seen_at', '8 days');
    expect((await invoke(get, {}, call())).user).toBeNull();
    await age('last_seen_at', '1 minute');
    expect((await invoke(get, {}, call())).user).not.toBeNull();
    await world.database.query(
      `update control.memberships set state = 'suspended' where user_id = $1`,
      [userId],
    );
    await expect(invoke(getAccount, {}, call())).rejects.toMatchObject({ code: 'not_found' });
    await age('expires_at', '1 second');
    expect((await invoke(get, {}, call())).user).toBeNull();
  });
});
