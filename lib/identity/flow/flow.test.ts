import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '../../doors/testing';
import { webCall } from '../../doors/web-call';
import { accountProcedures } from '../account-procedures';
import { factorProcedures } from '../factors/procedures';
import { productPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { codeOf, giveAuthenticator, givePassword, testPassword } from '../testing';

const { withPassword, steps, withCode, setUp, confirmSetUp, resume } = signInProcedures.signIn;
const { start, get } = sessionProcedures.session;

let world: World;
let a: TestTenant;
let sibling: TestTenant;
let stranger: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  sibling = await world.tenant({ poolId: a.poolId });
  stranger = await world.tenant();
  admin = await world.member(a, 'admin');
});
afterAll(() => world.end());

const person = async (tenant = a) => {
  const member = await world.member(tenant, 'basic');
  await givePassword(world, tenant, member.userId);
  return member;
};

const enter = ({ email }: TestMember, tenant = a) =>
  invoke(withPassword, { email, password: testPassword }, world.anonymous(tenant));

/** The flow of a sign-in that is not finished. */
const flowOf = async (member: TestMember, tenant = a): Promise<string> => {
  const entered = await enter(member, tenant);
  if (!('flow' in entered)) throw new Error('This sign-in was finished at once.');
  return entered.flow;
};

const browser = (token: string, tenant = a) =>
  webCall(
    'rest',
    new Headers({ host: tenant.host, cookie: `house.session=${token}` }),
    '127.0.0.1',
  );

const demand = (part = {}, by = admin) =>
  invoke(
    securityProcedures.security.change,
    { ...productPolicy, secondFactor: 'required', ...part },
    by.call(),
  );

describe('an account with an authenticator', () => {
  it('is let in by password and code, each code once', async () => {
    const member = await person();
    const { secret } = await giveAuthenticator(member);
    const flow = await flowOf(member);
    expect((await invoke(steps, { flow }, world.anonymous(a))).steps).toEqual([
      'code',
      'recovery_code',
    ]);
    const code = codeOf(secret);
    const { token } = await invoke(withCode, { flow, code }, world.anonymous(a));
    expect((await invoke(get, {}, browser(token))).user?.email).toBe(member.email);
    const again = await flowOf(member);
    await expect(invoke(withCode, { flow: again, code }, world.anonymous(a))).rejects.toMatchObject(
      { code: 'invalid', fields: { code: expect.any(String) } },
    );
  });

  it('is let in by a recovery code once, and the flow is spent with it', async () => {
    const member = await person();
    const { recoveryCodes } = await giveAuthenticator(member);
    const [code = ''] = recoveryCodes;
    const flow = await flowOf(member);
    await invoke(withCode, { flow, code: code.toUpperCase() }, world.anonymous(a));
    await expect(invoke(withCode, { flow, code }, world.anonymous(a))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const next = await flowOf(member);
    await expect(invoke(withCode, { flow: next, code }, world.anonymous(a))).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('is one session for many parallel codes', async () => {
    const member = await person();
    const { secret } = await giveAuthenticator(member);
    const flow = await flowOf(member);
    const code = codeOf(secret);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => invoke(withCode, { flow, code }, world.anonymous(a))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('evaluates ten codes in fifteen minutes, whichever flows they come in', async () => {
    const member = await person();
    const { secret } = await giveAuthenticator(member);
    const guesses = Array.from({ length: 14 }, async (_, n) => {
      const flow = await flowOf(member);
      return await invoke(withCode, { flow, code: `00000${n % 10}` }, world.anonymous(a));
    });
    const codes = (await Promise.allSettled(guesses)).map((guess) =>
      guess.status === 'rejected' ? guess.reason.code : 'in',
    );
    expect(codes.filter((code) => code === 'invalid').length).toBeLessThanOrEqual(10);
    const flow = await flowOf(member);
    await expect(
      invoke(withCode, { flow, code: codeOf(secret) }, world.anonymous(a)),
    ).rejects.toMatchObject({ code: 'limit' });
  });

  it('cannot go on at another tenant, of its pool or not, nor as somebody who has no flow', async () => {
    const member = await person();
    const { secret } = await giveAuthenticator(member);
    const flow = await flowOf(member);
    for (const tenant of [sibling, stranger]) {
      await expect(
        invoke(withCode, { flow, code: codeOf(secret) }, world.anonymous(tenant)),
      ).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    await expect(
      invoke(withCode, { flow: 'x'.repeat(43), code: '123456' }, world.anonymous(a)),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(invoke(setUp, { flow }, world.anonymous(a))).rejects.toMatchObject({
      code: 'precondition',
    });
  });

  it('begins anew once the password was changed', async () => {
    const member = await person();
    const { secret } = await giveAuthenticator(member);
    const flow = await flowOf(member);
    const change = { currentPassword: testPassword, newPassword: 'seven-green-lamps' };
    await invoke(accountProcedures.account.changePassword, change, member.call());
    await expect(
      invoke(withCode, { flow, code: codeOf(secret) }, world.anonymous(a)),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('gives the code with its password over the API', async () => {
    const member = await person();
    const { secret } = await giveAuthenticator(member);
    const proof = { email: member.email, password: testPassword };
    for (const otp of [undefined, '000000']) {
      await expect(invoke(start, { ...proof, otp }, world.anonymous(a))).rejects.toMatchObject({
        code: 'unauthenticated',
        fields: { otp: expect.any(String) },
      });
    }
    const answer = await invoke(start, { ...proof, otp: codeOf(secret) }, world.anonymous(a));
    expect(answer.user.id).toBe(member.userId);
  });

  it('opens by password alone after it is taken away, by its owner only', async () => {
    const member = await person();
    await giveAuthenticator(member);
    await invoke(factorProcedures.factors.remove, {}, member.call());
    expect(await enter(member)).toHaveProperty('token');
    await expect(invoke(factorProcedures.factors.remove, {}, member.call())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a workspace that asks for a second factor', () => {
  it('has it set up while signing in, and turns away who is signed in without', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const member = await person(tenant);
    await demand({}, boss);
    expect((await invoke(get, {}, member.call())).user).toBeNull();
    await expect(invoke(sessionProcedures.session.list, {}, member.call())).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const flow = await flowOf(member, tenant);
    const { secret } = await invoke(setUp, { flow }, world.anonymous(tenant));
    await expect(
      invoke(confirmSetUp, { flow, code: '000000' }, world.anonymous(tenant)),
    ).rejects.toMatchObject({ code: 'invalid' });
    const code = codeOf(secret);
    const done = await invoke(confirmSetUp, { flow, code }, world.anonymous(tenant));
    expect(done.recoveryCodes).toHaveLength(10);
    expect((await invoke(get, {}, browser(done.token, tenant))).user?.email).toBe(member.email);
  });

  it('asks the session that is there for the missing step only', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const member = await person(tenant);
    await demand({}, boss);
    const { flow, steps: left } = await invoke(resume, { returnPath: '/search' }, member.call());
    expect(left).toEqual(['set_up']);
    const { secret } = await invoke(setUp, { flow }, world.anonymous(tenant));
    const code = codeOf(secret);
    const done = await invoke(confirmSetUp, { flow, code }, world.anonymous(tenant));
    expect(done.returnPath).toBe('/search');
    // The device has proven it, so its other session counts too.
    expect((await invoke(get, {}, member.call())).user?.email).toBe(member.email);
    await expect(invoke(resume, {}, member.call())).rejects.toMatchObject({ code: 'precondition' });
  });

  it('asks only the roles it names, and nobody before their time', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const member = await person(tenant);
    await demand({ secondFactorRoles: ['company'] }, boss);
    expect(await enter(member, tenant)).toHaveProperty('token');
    await demand({ graceDays: 7 }, boss);
    expect(await enter(member, tenant)).toHaveProperty('token');
    await world.database.query(
      `update control.memberships set joined_at = now() - interval '30 days' where user_id = $1`,
      [member.userId],
    );
    const longAgo = new Date(Date.now() - 20 * 86_400_000);
    await demand({ graceDays: 7, secondFactorFrom: longAgo }, boss);
    expect(await enter(member, tenant)).toHaveProperty('flow');
  });
});
