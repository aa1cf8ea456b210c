import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { peopleProcedures } from '@/lib/access/people/procedures';
import { rolesProcedures } from '@/lib/access/roles/procedures';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import { emailDomainProcedures } from '../domains/procedures';
import { ageProof, provenDomain } from '../domains/testing/domain-stage';
import { invitationProcedures } from '../invitation-procedures';
import { productPolicy } from '../policy/policy';
import { securityProcedures } from '../policy/procedures';
import { signInProcedures } from '../sign-in-procedures';
import { arrived, givePassword, mailsTo, runJobs, testPassword, tokenIn } from '../testing';
import { joinProcedures } from './procedures';

const { request, get, accept } = joinProcedures.joining;
const { provider, withTicket } = signInProcedures.signIn;

let world: World;
let names: NameServer;
let a: TestTenant;
let admin: TestMember;
let domain = '';
let domainId = '';
let made = 0;

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  world = await openWorld();
});
afterAll(async () => {
  await names.end();
  await world.end();
});
beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
  domain = `alder-works-${made++}.com`;
  const roleId = a.roleIds.basic;
  domainId = (await provenDomain(names, admin, { domain, roleId })).id;
});

const newcomer = { name: 'New Person', password: 'slow-green-tractor' };
const ask = async (email: string, tenant = a) => {
  expect(await invoke(request, { email }, world.anonymous(tenant))).toEqual({});
  await runJobs(world);
};
const asked = async (email: string, tenant = a) => {
  await ask(email, tenant);
  const [mail] = await mailsTo(world, email);
  return tokenIn(mail?.text ?? '');
};
const take = (token: string, more = {}, call = world.anonymous(a)) =>
  invoke(accept, { token, ...newcomer, ...more }, call);
const look = (token: string, call = world.anonymous(a)) => invoke(get, { token }, call);
const rolesOf = (email: string, tenant = a) =>
  world.database.query<{ key: string }>(
    `select r.key from control.users u join control.memberships m on m.user_id = u.id
     join control.membership_roles mr on mr.tenant_id = m.tenant_id and mr.membership_id = m.id
     join control.roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
     where u.email_key = $1 and m.tenant_id = $2`,
    [email, tenant.tenantId],
  );

describe('somebody with an address at a proven domain', () => {
  it('joins by a mailed link, once, with a verified address, and comes in', async () => {
    expect(await invoke(provider, {}, world.anonymous(a))).toEqual({
      label: null,
      joins: true,
      comesOver: false,
    });
    const email = `ada@${domain}`;
    const token = await asked(email);
    expect((await mailsTo(world, email))[0]?.text).toContain(`http://${a.host}:3000/join/`);
    expect(await look(token)).toMatchObject({ state: 'open', email, role: 'Basic' });
    const { ticket } = await take(token);
    const opened = await invoke(withTicket, { ticket, nonce: null }, world.anonymous(a));
    expect(arrived(opened).token).toHaveLength(43);
    expect(await rolesOf(email)).toEqual([{ key: 'basic' }]);
    const [user] = await world.database.query<{ verified: boolean }>(
      'select email_verified_at is not null as verified from control.users where email = $1',
      [email],
    );
    expect(user?.verified).toBe(true);
    await expect(take(token)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(look(token)).rejects.toMatchObject({ code: 'not_found' });
    const [noted] = await world.database.query<{ detail: object }>(
      `select detail from control.audit_events where procedure = 'joining.accept' and tenant_id = $1`,
      [a.tenantId],
    );
    expect(noted?.detail).toEqual({ email, domain, role: 'basic' });
  });

  it('is one member of many parallel tries', async () => {
    const email = `eve@${domain}`;
    const token = await asked(email);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => take(token)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await rolesOf(email)).toHaveLength(1);
  }, 60_000);

  it('is one member of two links of one address that are followed at once', async () => {
    const email = `fox@${domain}`;
    const tokens = [await asked(email), await asked(email)];
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, at) => take(tokens[at % 2] ?? '')),
    );
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(11);
    // None of them a deadlock, which would be a fault.
    for (const reason of refused) expect(reason).toMatchObject({ name: 'AppError' });
    expect(await rolesOf(email)).toHaveLength(1);
  }, 60_000);

  it('proves an account of the pool by its password', async () => {
    const b = await world.tenant({ poolId: a.poolId });
    const known = await world.member(b, 'basic', { email: `bob@${domain}` });
    await givePassword(world, b, known.userId);
    const token = await asked(known.email);
    expect(await look(token)).toMatchObject({ hasAccount: true });
    await expect(take(token)).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    await take(token, { password: testPassword });
    expect(await rolesOf(known.email)).toEqual([{ key: 'basic' }]);
  });

  it('finds the link of another host, tenant or time worthless', async () => {
    const b = await world.tenant({ poolId: a.poolId });
    const token = await asked(`cyd@${domain}`);
    await expect(take(token, {}, world.anonymous(b))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(look(token, world.anonymous(b))).rejects.toMatchObject({ code: 'not_found' });
    await expect(take(token, {}, admin.call())).rejects.toMatchObject({ code: 'forbidden' });
    await world.database.query(
      `update control.join_requests set expires_at = now() where tenant_id = $1`,
      [a.tenantId],
    );
    await expect(take(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('chooses no password where none is taken', async () => {
    const change = securityProcedures.security.change;
    const policy = { ...productPolicy, methodsOff: ['password' as const] };
    await invoke(change, policy, admin.call());
    const token = await asked(`dan@${domain}`);
    expect(await look(token)).toMatchObject({ takesPassword: false });
    await expect(take(token)).rejects.toMatchObject({ fields: { password: expect.any(String) } });
    await invoke(accept, { token, name: 'Dan' }, world.anonymous(a));
    expect(await rolesOf(`dan@${domain}`)).toHaveLength(1);
  });
});

describe('nobody else', () => {
  it('is mailed anything, and nobody is told', async () => {
    for (const email of [
      ...[`ada@sub.${domain}`, `ada@${domain}.evil.com`, 'ada@gmail.com', admin.email],
      `"x@${domain}"@gmail.com`,
      // Another address of one mailbox, whose owner may have been removed.
      `bob+2@${domain}`,
    ]) {
      await invoke(request, { email }, world.anonymous(a)).catch(() => undefined);
      await runJobs(world);
      expect(await mailsTo(world, email), email).toEqual([]);
    }
    const shut = await world.tenant();
    await expect(
      invoke(request, { email: `ada@${domain}` }, world.anonymous(shut)),
    ).rejects.toMatchObject({ code: 'precondition' });
    expect(await invoke(provider, {}, world.anonymous(shut))).toEqual({
      label: null,
      joins: false,
      comesOver: false,
    });
  });

  it('joins by a domain that was switched off, lost or is stale when they follow the link', async () => {
    const roleId = a.roleIds.basic;
    const { change, remove } = emailDomainProcedures.emailDomains;
    const email = `fay@${domain}`;
    const token = await asked(email);
    await invoke(change, { id: domainId, joins: false, roleId }, admin.call());
    expect(await look(token)).toMatchObject({ state: 'closed', role: null });
    await expect(take(token)).rejects.toMatchObject({ code: 'precondition' });
    await invoke(change, { id: domainId, joins: true, roleId }, admin.call());
    await ageProof(world, a, domain, 80);
    await expect(take(token)).rejects.toMatchObject({ code: 'precondition' });
    await ageProof(world, a, domain, -80);
    await invoke(remove, { id: domainId }, admin.call());
    await expect(take(token)).rejects.toMatchObject({ code: 'precondition' });
    expect(await rolesOf(email)).toEqual([]);
    expect(
      await world.database.query('select 1 from control.users where email = $1', [email]),
    ).toEqual([]);
  });

  it('joins by the word of an admin who is none any more, before another says so', async () => {
    const other = await world.member(a, 'admin');
    const email = `kit@${domain}`;
    const token = await asked(email);
    await world.database.query(
      `update control.membership_roles set role_id = $1 where tenant_id = $2 and membership_id =
         (select id from control.memberships where tenant_id = $2 and user_id = $3)`,
      [a.roleIds.basic, a.tenantId, admin.userId],
    );
    expect(await look(token)).toMatchObject({ state: 'closed' });
    await expect(take(token)).rejects.toMatchObject({ code: 'precondition' });
    await expect(invoke(request, { email }, world.anonymous(a))).rejects.toMatchObject({
      code: 'precondition',
    });
    const { list, change } = emailDomainProcedures.emailDomains;
    expect((await invoke(list, {}, other.call())).domains).toMatchObject([{ joins: false }]);
    const roleId = a.roleIds.basic;
    await invoke(change, { id: domainId, joins: true, roleId }, other.call());
    await take(token);
    expect(await rolesOf(email)).toEqual([{ key: 'basic' }]);
  });

  it('joins in a role that is gone; one that is deleted passes on', async () => {
    const roleId = await mintRole(a, ['people.read']);
    const { change } = emailDomainProcedures.emailDomains;
    await invoke(change, { id: domainId, joins: true, roleId }, admin.call());
    const token = await asked(`gil@${domain}`);
    await world.database.query(
      `update control.email_domains set join_role_id = gen_random_uuid() where tenant_id = $1`,
      [a.tenantId],
    );
    await expect(take(token)).rejects.toMatchObject({ code: 'precondition' });
    await invoke(change, { id: domainId, joins: true, roleId }, admin.call());
    const instead = { replacementId: a.roleIds.guest, reason: 'Not needed' };
    await invoke(rolesProcedures.delete, { id: roleId, ...instead }, admin.call());
    await take(token);
    expect(await rolesOf(`gil@${domain}`)).toEqual([{ key: 'guest' }]);
  });

  it('comes back who was suspended or removed, but by an invitation', async () => {
    const email = `hal@${domain}`;
    const late = await asked(email);
    await take(await asked(email));
    await expect(take(late)).rejects.toMatchObject({ code: 'unauthenticated' });
    const [member] = await world.database.query<{ id: string }>(
      `select m.id from control.memberships m join control.users u on u.id = m.user_id
       where u.email = $1`,
      [email],
    );
    const id = member?.id ?? '';
    const sent = (await mailsTo(world, email)).length;
    await invoke(peopleProcedures.suspend, { id, reason: 'Away' }, admin.call());
    await ask(email);
    await invoke(peopleProcedures.remove, { id, reason: 'Left' }, admin.call());
    await ask(email);
    expect(await mailsTo(world, email)).toHaveLength(sent);
    // A link that was mailed before all this does not help either.
    await world.database.query(
      `update control.join_requests set used_at = null where tenant_id = $1 and token_hash =
         (select token_hash from control.join_requests where tenant_id = $1 order by id limit 1)`,
      [a.tenantId],
    );
    await expect(take(late)).rejects.toMatchObject({ code: 'precondition' });
    expect(await rolesOf(email)).toEqual([]);
    const people = [{ email, roleId: a.roleIds.basic }];
    await invoke(peopleProcedures.invite, { people }, admin.call());
    await runJobs(world);
    const token = tokenIn((await mailsTo(world, email))[0]?.text ?? '');
    const { password } = newcomer;
    await invoke(invitationProcedures.invitation.accept, { token, password }, world.anonymous(a));
    expect(await rolesOf(email)).toHaveLength(1);
  });
});
