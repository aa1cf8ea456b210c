import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withPool } from '@/db/pool';
import { mintPoolScope } from '@/db/scope';
import { invoke } from '../doors/callable';
import { procedure } from '../doors/procedure';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '../doors/testing';
import { countInvitation, invitationsOfTenant } from './guesses';
import { invitationProcedures } from './invitation-procedures';
import { inviteMember, revokeInvitation } from './invitations';
import { joinTenant, leaveTenant } from './memberships';
import { productPolicy } from './policy/policy';
import { securityProcedures } from './policy/procedures';
import { sessionProcedures } from './session-procedures';
import { signInProcedures } from './sign-in-procedures';
import { arrived, givePassword, mailsTo, runJobs, testPassword, tokenIn } from './testing';

const { get, accept } = invitationProcedures.invitation;

const invite = procedure(
  {
    name: 'test.invite',
    summary: 'Invites',
    method: 'POST',
    path: null,
    permission: 'people.manage',
    plane: 'control',
    input: z.strictObject({ email: z.string(), roleId: z.uuid() }),
    output: z.object({ id: z.uuid(), url: z.string() }),
  },
  async (ctx, input) => {
    const { invitation, url } = await inviteMember(ctx, input);
    return { id: invitation.id, url };
  },
);

let world: World;
let a: TestTenant;
let b: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  a = await world.tenant();
  b = await world.tenant({ poolId: a.poolId });
  admin = await world.member(a, 'admin');
});
afterAll(() => world.end());

let count = 0;
const fresh = () => `guest-${count++}@example.com`;
const asked = async (email: string, roleId = a.roleIds.basic, by = admin) => {
  const { id, url } = await invoke(invite, { email, roleId }, by.call());
  return { id, url, token: tokenIn(url) };
};
const newcomer = { name: 'New Person', password: 'slow-green-tractor' };
const take = (token: string, more = {}, tenant = a) =>
  invoke(accept, { token, ...newcomer, ...more }, world.anonymous(tenant));
const look = (token: string, call = world.anonymous(a)) => invoke(get, { token }, call);
const inPool = <T>(work: Parameters<typeof withPool<T>>[1]) =>
  withPool(
    mintPoolScope({
      poolId: a.poolId,
      tenantId: a.tenantId,
      actorId: null,
      requestId: randomUUID(),
    }),
    work,
    { write: true },
  );

describe('an invitation', () => {
  it('is mailed to one address five times in an hour; the last that went out stays good', async () => {
    const email = fresh();
    const sent: string[] = [];
    for (let n = 0; n < 5; n += 1) sent.push((await asked(email)).token);
    await expect(asked(email)).rejects.toMatchObject({
      code: 'limit',
      retryAfterSeconds: expect.any(Number),
    });
    await runJobs(world);
    expect(await mailsTo(world, email)).toHaveLength(5);
    expect(await look(sent.at(-1) ?? '')).toMatchObject({ email });
    await asked(fresh());
  });

  it('is refused after 500 of its tenant in an hour, and no other tenant’s with it', async () => {
    const loud = await world.tenant();
    const boss = await world.member(loud, 'admin');
    for (let n = 0; n < invitationsOfTenant; n += 1) {
      await countInvitation(loud.tenantId, `somebody-${n}@example.com`);
    }
    const email = fresh();
    await expect(asked(email, loud.roleIds.basic, boss)).rejects.toMatchObject({ code: 'limit' });
    await runJobs(world);
    expect(await mailsTo(world, email)).toEqual([]);
    await asked(email);
  });

  it('arrives by mail on the canonical host and makes a member who is signed in', async () => {
    const email = fresh();
    await asked(email);
    await runJobs(world);
    const [mail] = await mailsTo(world, email);
    expect(mail?.text).toContain(`http://${a.host}:3000/invitation/`);
    const token = tokenIn(mail?.text ?? '');
    expect(await look(token)).toMatchObject({ state: 'open', email, hasAccount: false });
    const { ticket } = await take(token);
    const redeem = signInProcedures.signIn.withTicket;
    const opened = await invoke(redeem, { ticket, nonce: null }, world.anonymous(a));
    expect(arrived(opened).token).toHaveLength(43);
    const signedIn = { email, password: newcomer.password };
    const { memberships, user } = await invoke(
      sessionProcedures.session.start,
      signedIn,
      world.anonymous(a),
    );
    expect(memberships[0]?.roles).toEqual(['basic']);
    await runJobs(world);
    expect(
      await world.rowsOf(a, 'select name, state from people where id = $1', [user.id]),
    ).toEqual([{ name: 'New Person', state: 'active' }]);
    expect(await look(token)).toMatchObject({ state: 'used' });
    await expect(take(token)).rejects.toMatchObject({ code: 'precondition' });
  });

  it('makes one member of fifty parallel accepts', async () => {
    const email = fresh();
    const { token } = await asked(email);
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => take(token)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const members = await world.database.query(
      'select 1 from control.memberships m join control.users u on u.id = m.user_id where u.email = $1',
      [email],
    );
    expect(members).toHaveLength(1);
  }, 60_000);

  it('asks an existing account for its password, and refuses another person', async () => {
    const known = await world.member(b, 'basic');
    await givePassword(world, b, known.userId);
    const { token } = await asked(known.email);
    expect(await look(token)).toMatchObject({ hasAccount: true });
    await expect(take(token)).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    expect(await look(token, admin.call())).toMatchObject({ state: 'wrong_account' });
    const input = { token, password: testPassword };
    await expect(invoke(accept, input, admin.call())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(take(token, { password: testPassword })).resolves.toHaveProperty('ticket');
  });

  it('names what is wrong with a newcomer', async () => {
    const { token } = await asked(fresh());
    await expect(take(token, { name: undefined })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    await expect(take(token, { password: 'short' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    await expect(take(token, { name: '<b>x</b>' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('makes an account without a password where none is taken', async () => {
    const off = { ...productPolicy, methodsOff: ['password' as const] };
    await invoke(securityProcedures.security.change, off, admin.call());
    const { token } = await asked(fresh());
    expect(await look(token)).toMatchObject({ takesPassword: false, hasAccount: false });
    await expect(take(token)).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    const { ticket } = await take(token, { password: undefined });
    const redeem = signInProcedures.signIn.withTicket;
    arrived(await invoke(redeem, { ticket, nonce: null }, world.anonymous(a)));
    const known = await world.member(b, 'basic');
    const invited = await asked(known.email);
    await expect(take(invited.token, { password: undefined })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
    await invoke(securityProcedures.security.change, productPolicy, admin.call());
    const { token: late } = await asked(fresh());
    await expect(take(late, { password: undefined })).rejects.toMatchObject({
      fields: { password: 'Choose a password.' },
    });
  });

  it('does not exist on another host, and ends when old, revoked or replaced', async () => {
    const email = fresh();
    const first = await asked(email);
    await expect(take(first.token, {}, b)).rejects.toMatchObject({ code: 'not_found' });
    const second = await asked(email);
    expect(await look(first.token)).toMatchObject({ state: 'revoked' });
    await world.database.query(
      `update control.invitations set expires_at = now() - interval '1 second' where id = $1`,
      [second.id],
    );
    expect(await look(second.token)).toMatchObject({ state: 'expired' });
    await expect(take(second.token)).rejects.toMatchObject({ code: 'precondition' });
    const third = await asked(email);
    expect(await inPool((db) => revokeInvitation(db, third.id))).toBe(true);
    await expect(take(third.token)).rejects.toMatchObject({ code: 'precondition' });
    await expect(look('x'.repeat(43))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('gives nothing its author lacks, then or at acceptance', async () => {
    const roleId = await mintRole(a, ['people.manage', 'people.read']);
    const inviter = await world.member(a, 'guest');
    await world.database.query(
      'update control.membership_roles set role_id = $1 where membership_id = (select id from control.memberships where user_id = $2)',
      [roleId, inviter.userId],
    );
    await expect(asked(fresh(), a.roleIds.admin, inviter)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(asked(fresh(), b.roleIds.basic, inviter)).rejects.toMatchObject({
      code: 'not_found',
    });
    const { token } = await asked(fresh(), await mintRole(a, ['people.read']), inviter);
    await inPool((db) => leaveTenant(db, inviter.userId));
    await expect(take(token)).rejects.toMatchObject({ code: 'precondition' });
  });

  it('says what its page shows: who invites, whom, until when, and who is signed in', async () => {
    const email = fresh();
    const { token } = await asked(email);
    expect(await look(token)).toMatchObject({
      email,
      invitedBy: 'admin member',
      signedInAs: null,
      expiresAt: expect.any(Date),
    });
    expect(await look(token, admin.call())).toMatchObject({
      state: 'wrong_account',
      signedInAs: admin.email,
    });
  });

  it('has nothing left for somebody who became a member in another way', async () => {
    const known = await world.member(b, 'basic');
    await givePassword(world, b, known.userId);
    const { token } = await asked(known.email);
    await inPool((db) => joinTenant(db, { userId: known.userId, roleId: a.roleIds.guest }));
    expect(await look(token)).toMatchObject({ state: 'already_member' });
    await expect(take(token, { password: testPassword })).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('member here already'),
    });
  });

  it('is refused for a member', async () => {
    const member = await world.member(a, 'basic');
    await expect(asked(member.email)).rejects.toMatchObject({ code: 'conflict' });
  });
});
