import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../doors/callable';
import { openWorld, type TestTenant, type World } from '../doors/testing';
import { webCall } from '../doors/web-call';
import { accountProcedures } from './account-procedures';
import { factorProcedures } from './factors/procedures';
import { sessionProcedures } from './session-procedures';
import { giveAuthenticator, givePassword, runJobs, testPassword } from './testing';

const { get, update, changePassword } = accountProcedures.account;

let world: World;
let a: TestTenant;
let b: TestTenant;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  b = await world.tenant();
});
afterAll(() => world.end());

const bearer = (tenant: TestTenant, token: string) =>
  webCall('rest', new Headers({ host: tenant.host, authorization: `Bearer ${token}` }));

describe('the account', () => {
  it('is read and changed by its owner, and the mirror follows', async () => {
    const member = await world.member(a, 'basic');
    const change = { name: '  Kim Minji ', locale: 'ko' as const, timeZone: 'Asia/Seoul' };
    await invoke(update, change, member.call());
    expect(await invoke(get, {}, member.call())).toMatchObject({
      name: 'Kim Minji',
      locale: 'ko',
      timeZone: 'Asia/Seoul',
      hasPassword: false,
      roles: ['Basic'],
    });
    await runJobs(world);
    const rows = await world.rowsOf(a, 'select name from people where id = $1', [member.userId]);
    expect(rows).toEqual([{ name: 'Kim Minji' }]);
  });

  it('names what is wrong, and is closed to strangers', async () => {
    const member = await world.member(a, 'basic');
    await expect(invoke(update, { timeZone: 'Mars/Base' }, member.call())).rejects.toMatchObject({
      fields: { timeZone: expect.any(String) },
    });
    await expect(invoke(update, { name: '' }, member.call())).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    for (const call of [() => world.anonymous(a), () => world.anonymous(b)]) {
      await expect(invoke(get, {}, call())).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });

  it('changes its password for whoever knows the old one, and signs others out', async () => {
    const member = await world.member(a, 'basic');
    await givePassword(world, a, member.userId);
    const { email } = member;
    const other = await invoke(
      sessionProcedures.session.start,
      { email, password: testPassword },
      world.anonymous(a),
    );
    const change = (currentPassword: string, newPassword: string) =>
      invoke(changePassword, { currentPassword, newPassword }, member.call());
    await expect(change('not-my-password', 'quiet-lake-wagon')).rejects.toMatchObject({
      fields: { currentPassword: expect.any(String) },
    });
    await expect(change(testPassword, email)).rejects.toMatchObject({
      fields: { newPassword: expect.any(String) },
    });
    await change(testPassword, 'quiet-lake-wagon');
    await expect(invoke(get, {}, bearer(a, other.token))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect((await invoke(get, {}, member.call())).id).toBe(member.userId);
  });

  it('may have a shorter password beside an authenticator, which stays as long', async () => {
    const member = await world.member(a, 'basic');
    await givePassword(world, a, member.userId);
    const change = (currentPassword: string, newPassword: string) =>
      invoke(changePassword, { currentPassword, newPassword }, member.call());
    const short = 'kW8#pq!z';
    await expect(change(testPassword, short)).rejects.toMatchObject({
      fields: { newPassword: expect.stringContaining('15 characters') },
    });
    await giveAuthenticator(member);
    await expect(change(testPassword, 'kW8#pq!')).rejects.toMatchObject({
      fields: { newPassword: expect.stringContaining('8 characters') },
    });
    await change(testPassword, short);
    const remove = () => invoke(factorProcedures.factors.remove, {}, member.call());
    await expect(remove()).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('Choose a stronger one'),
    });
    const factor = await invoke(factorProcedures.factors.get, {}, member.call());
    expect(factor).toMatchObject({ authenticator: {}, recoveryCodesLeft: 10 });
    await change(short, 'quiet-lake-wagon');
    await remove();
  });
});
