import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import { openWorld, type TestMember, type World } from '../../doors/testing';
import { productPolicy, type SecurityPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { sessionProcedures } from '../session-procedures';
import { signInProcedures } from '../sign-in-procedures';
import { mailsTo, runJobs, tokenIn } from '../testing';
import { passkeyProcedures } from './procedures';
import { assertBy, givePasskey } from './testing';

const { remove } = passkeyProcedures.passkeys;
const { beginPasskey, withPasskey } = signInProcedures.signIn;
const { session } = sessionProcedures;

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const rules = (part: Partial<SecurityPolicy>, by: TestMember) =>
  invoke(securityProcedures.security.change, { ...productPolicy, ...part }, by.call());

const refuse = (member: TestMember, id: string) =>
  expect(invoke(remove, { passkeyId: id }, member.call())).rejects;

const shut = (id: string) =>
  world.database.query('update control.passkeys set suspected_at = now() where id = $1', [id]);

describe('a workspace that takes passkeys alone', () => {
  const only = { methodsOff: ['password', 'magic_link'] } as const;
  const alone = (by: TestMember) => rules({ methodsOff: [...only.methodsOff] }, by);
  const lockedOut = {
    code: 'invalid',
    fields: { methodsOff: expect.stringContaining('No admin has a passkey') },
  };

  it('has an admin with one that works there', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const member = await world.member(tenant, 'basic');
    await givePasskey(member, tenant);
    await expect(alone(boss)).rejects.toMatchObject(lockedOut);
    const { id } = await givePasskey(boss, tenant);
    await shut(id);
    await expect(alone(boss)).rejects.toMatchObject(lockedOut);
    const second = await givePasskey(boss, tenant);
    await alone(boss);
    await refuse(boss, second.id).toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('No admin could sign in here'),
    });
    await rules({}, boss);
    await invoke(remove, { passkeyId: second.id }, boss.call());
  });

  it('keeps one admin who can come in, whoever switches and removes at once', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const { id } = await givePasskey(boss, tenant);
    const tries = await Promise.allSettled([
      alone(boss),
      invoke(remove, { passkeyId: id }, boss.call()),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('opens links by mail again while no admin could come in, and closes them after', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const { id } = await givePasskey(boss, tenant);
    await alone(boss);
    const ask = () =>
      invoke(
        signInProcedures.signIn.requestLink,
        { email: boss.email, returnPath: '/' },
        world.anonymous(tenant),
      );
    const ways = async () => (await invoke(session.get, {}, world.anonymous(tenant))).methods;
    expect(await ways()).toEqual(['passkey']);
    await expect(ask()).rejects.toMatchObject({ code: 'precondition' });
    await shut(id);
    expect(await ways()).toEqual(['passkey', 'magic_link']);
    await ask();
    await runJobs(world);
    const [mail] = await mailsTo(world, boss.email);
    const ticket = tokenIn(mail?.text ?? '');
    const enter = () =>
      invoke(signInProcedures.signIn.withTicket, { ticket, nonce: null }, world.anonymous(tenant));
    await world.database.query('update control.passkeys set suspected_at = null where id = $1', [
      id,
    ]);
    await expect(enter()).rejects.toMatchObject({ code: 'precondition' });
    await shut(id);
    // The key still counts as held: a link alone opens no session.
    expect(await enter()).toMatchObject({ steps: ['recovery_code', 'elsewhere'] });
  });

  it('lets its people in by them', async () => {
    const tenant = await world.tenant();
    const boss = await world.member(tenant, 'admin');
    const { device } = await givePasskey(boss, tenant);
    await alone(boss);
    const begun = await invoke(beginPasskey, {}, world.anonymous(tenant));
    const { challenge } = begun.options;
    const assertion = assertBy(device, { host: tenant.host, challenge });
    const input = { browser: begun.browser, assertion };
    expect(await invoke(withPasskey, input, world.anonymous(tenant))).toHaveProperty('token');
  });
});
