import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { permissionsOfBuiltIn } from '@/lib/access/rights';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import { emailHoldsProcedures } from '@/lib/platform/email-holds/procedures';
import { openStaff } from '@/lib/platform/testing/staff';
import { joinProcedures } from '../joining/procedures';
import { mailsTo, runJobs } from '../testing';
import { emailDomainProcedures } from './procedures';
import { ageProof, provenDomain } from './testing/domain-stage';

const { list, check, change, remove } = emailDomainProcedures.emailDomains;
const holds = emailHoldsProcedures;

let world: World;
let names: NameServer;
let staff: Awaited<ReturnType<typeof openStaff>>;
let a: TestTenant;
let admin: TestMember;
let domain = '';
let made = 0;

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  world = await openWorld();
  staff = await openStaff(world);
});
afterAll(async () => {
  await names.end();
  await world.end();
});
beforeEach(async () => {
  names.mood = 'well';
  domain = `birch-works-${made++}.com`;
  a = await world.tenant();
  admin = await world.member(a, 'admin', { email: `admin@${domain}` });
});

const shown = async () => (await invoke(list, {}, admin.call())).domains[0];
const checked = (id: string, by = admin) => invoke(check, { id }, by.call());
const isOpen = async () => {
  const asked = invoke(
    joinProcedures.joining.request,
    { email: `x@${domain}` },
    world.anonymous(a),
  );
  return await asked.then(
    () => true,
    () => false,
  );
};
const recheck = async () => {
  await world.database.query(
    `insert into control.outbox (tenant_id, id, job, payload)
     values ($1, app.uuid7(), 'emailDomains.recheck', jsonb_build_object('domain', $2::text))`,
    [a.tenantId, domain],
  );
  await runJobs(world);
};
const subjects = async (email = admin.email) => {
  await runJobs(world);
  return (await mailsTo(world, email)).map(({ subject }) => subject);
};

describe('a record that went', () => {
  it.each([
    ['is gone', (name: string) => names.texts.delete(name)],
    ['says something else', (name: string) => names.texts.set(name, ['another'])],
  ])('shuts joining at once where it %s, and opens it again when it is back', async (_, spoil) => {
    const { id, record } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    expect(await isOpen()).toBe(true);
    spoil(record.name);
    expect(await checked(id)).toMatchObject({ state: 'broken', joins: false, paused: true });
    expect(await isOpen()).toBe(false);
    // The domain stays its own for as long as the proof counts.
    expect((await shown())?.provenUntil).not.toBeNull();
    const turnOn = invoke(change, { id, joins: true, roleId: a.roleIds.basic }, admin.call());
    await expect(turnOn).rejects.toMatchObject({ code: 'precondition' });
    names.texts.set(record.name, [record.value]);
    expect(await checked(id)).toMatchObject({ state: 'verified', joins: true, paused: false });
    expect(await isOpen()).toBe(true);
  });

  it('leaves all as it was while name servers do not say, as long as its proof counts', async () => {
    const { id, record } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    names.texts.delete(record.name);
    names.mood = 'failing';
    expect(await checked(id)).toMatchObject({ state: 'verified', finding: 'failed', joins: true });
    expect(await isOpen()).toBe(true);
    await ageProof(world, a, domain, 80);
    expect(await checked(id)).toMatchObject({ state: 'broken', finding: 'failed', joins: false });
  });

  it('can be turned off for good while it is gone', async () => {
    const { id, record } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    names.texts.delete(record.name);
    await checked(id);
    await invoke(change, { id, joins: false, roleId: a.roleIds.basic }, admin.call());
    names.texts.set(record.name, [record.value]);
    expect(await checked(id)).toMatchObject({ state: 'verified', joins: false });
  });

  it('is told to who may set the rules, once, and again when it is back', async () => {
    const basic = await world.member(a, 'basic', { email: `basic@${domain}` });
    const { record } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    await recheck();
    expect(await subjects()).toEqual([]);
    names.texts.delete(record.name);
    await recheck();
    await recheck();
    expect(await subjects()).toEqual([`The record of ${domain} is missing`]);
    names.texts.set(record.name, [record.value]);
    await recheck();
    expect((await subjects()).sort()).toEqual([
      `The record of ${domain} is missing`,
      `${domain} is verified again`,
    ]);
    expect(await subjects(basic.email)).toEqual([]);
  });

  it('is told where name servers said nothing until the proof was over', async () => {
    await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    names.mood = 'failing';
    await recheck();
    expect(await subjects()).toEqual([]);
    await ageProof(world, a, domain, 80);
    await recheck();
    expect(await subjects()).toEqual([`The record of ${domain} is missing`]);
  });

  it('is not told to who looked themself', async () => {
    const other = await world.member(a, 'admin', { email: `other@${domain}` });
    const { id, record } = await provenDomain(names, admin, { domain });
    names.texts.delete(record.name);
    await checked(id);
    expect(await subjects()).toEqual([]);
    expect(await subjects(other.email)).toHaveLength(1);
  });
});

describe('a domain that another workspace has proven since', () => {
  it.each([
    ['although its record is still there', false],
    ['and its record is gone', true],
  ])('is told as such, once, %s', async (_, isGone) => {
    const b = await world.tenant({ poolId: a.poolId });
    const rival = await world.member(b, 'admin');
    const { record } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    await ageProof(world, a, domain, 80);
    if (isGone) names.texts.delete(record.name);
    await provenDomain(names, rival, { domain });
    expect(await subjects()).toEqual([`Another workspace has proven ${domain}`]);
    expect(await shown()).toMatchObject({ state: 'broken', finding: 'held', joins: false });
    await recheck();
    expect(await subjects()).toHaveLength(1);
    expect(await isOpen()).toBe(false);
    expect(await subjects(rival.email)).toEqual([]);
  });

  it('is no news to who never had it', async () => {
    const b = await world.tenant({ poolId: a.poolId });
    const rival = await world.member(b, 'admin');
    await provenDomain(names, rival, { domain });
    const { add } = emailDomainProcedures.emailDomains;
    const { id } = await invoke(add, { domain }, admin.call());
    expect(await checked(id)).toMatchObject({ state: 'pending', finding: 'other' });
  });
});

describe('joining that is paused', () => {
  it('gives people less meanwhile, and neither more nor another day', async () => {
    const { company, basic, guest } = a.roleIds;
    const alike = await world.database.query<{ id: string }>(
      `insert into control.roles select (r).* from (
         select jsonb_populate_record(r, jsonb_build_object('id', app.uuid7(), 'key', 'alike',
           'name', 'Alike', 'built_in', false, 'permissions', $3::text[])) r
         from control.roles r where r.tenant_id = $1 and r.id = $2) one returning id`,
      [a.tenantId, basic, [...permissionsOfBuiltIn('basic')]],
    );
    const { id, record } = await provenDomain(names, admin, { domain, roleId: basic });
    names.texts.delete(record.name);
    await checked(id);
    const turn = (roleId: string) => invoke(change, { id, joins: true, roleId }, admin.call());
    await expect(turn(company)).rejects.toMatchObject({ code: 'precondition' });
    await expect(turn(alike[0]?.id ?? '')).rejects.toMatchObject({ code: 'precondition' });
    expect(await turn(guest)).toMatchObject({ paused: true, joins: false, joinRoleId: guest });
    await expect(turn(basic)).rejects.toMatchObject({ code: 'precondition' });
    expect(await isOpen()).toBe(false);
    names.texts.set(record.name, [record.value]);
    expect(await checked(id)).toMatchObject({ joins: true, joinRoleId: guest });
    await ageProof(world, a, domain, 80);
    await expect(turn(guest)).rejects.toMatchObject({ code: 'precondition' });
  });

  it('is over for everybody once whoever let people join may do so no more', async () => {
    const { basic, guest } = a.roleIds;
    const { id, record } = await provenDomain(names, admin, { domain, roleId: basic });
    const other = await world.member(a, 'admin');
    names.texts.delete(record.name);
    await checked(id);
    await world.database.query(
      `update control.memberships set state = 'suspended' where tenant_id = $1 and user_id = $2`,
      [a.tenantId, admin.userId],
    );
    const turn = invoke(change, { id, joins: true, roleId: guest }, other.call());
    await expect(turn).rejects.toMatchObject({ code: 'precondition' });
  });
});

describe('staff', () => {
  const end = (id = a.tenantId, reason = 'The company was sold') =>
    invoke(holds.end, { id, domain, reason }, staff());

  it('end a hold: another may prove it, and this one begins again with a new value', async () => {
    const b = await world.tenant({ poolId: a.poolId });
    const rival = await world.member(b, 'admin');
    const mine = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    expect((await invoke(holds.list, { id: a.tenantId }, staff())).domains).toMatchObject([
      { domain },
    ]);
    await end();
    expect(await isOpen()).toBe(false);
    expect((await invoke(holds.list, { id: a.tenantId }, staff())).domains).toEqual([]);
    await runJobs(world);
    const now = await shown();
    expect(now).toMatchObject({ state: 'pending', joins: false, provenUntil: null });
    expect(now?.record.value).not.toBe(mine.record.value);
    expect(await checked(mine.id)).toMatchObject({ state: 'pending', finding: 'other' });
    expect(await provenDomain(names, rival, { domain })).toMatchObject({ state: 'verified' });
    expect(await subjects()).toEqual([`${domain} has to be verified anew`]);
  });

  it('take it from who takes it again before that is done', async () => {
    const mine = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    await end();
    await checked(mine.id);
    await runJobs(world);
    expect(await shown()).toMatchObject({ state: 'pending', provenUntil: null });
  });

  it('have nothing released of what the tenant gave up meanwhile', async () => {
    const { id } = await provenDomain(names, admin, { domain });
    await end();
    await invoke(remove, { id }, admin.call());
    await runJob({
      ...{ tenantId: a.tenantId, plane: 'control' as const, outboxId: uuidv7() },
      ...{ job: 'emailDomains.release', input: { domain } },
    });
    expect(await shown()).toBeUndefined();
    expect(await subjects()).toEqual([]);
  });

  it('give a reason that both trails keep, and find what is not held', async () => {
    const other = await world.tenant();
    await provenDomain(names, admin, { domain });
    await expect(end(other.tenantId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(end(a.tenantId, ' ')).rejects.toMatchObject({ code: 'invalid' });
    await end();
    await expect(end()).rejects.toMatchObject({ code: 'not_found' });
    const [own] = await world.database.query<{ detail: object }>(
      `select detail from control.audit_events
       where procedure = 'emailHolds.end' and tenant_id = $1`,
      [a.tenantId],
    );
    expect(own?.detail).toEqual({ domain, reason: 'The company was sold' });
    const [noted] = await world.database.query<{ reason: string; detail: object }>(
      `select reason, detail from control.platform_audit
       where procedure = 'emailHolds.end' and tenant_id = $1`,
      [a.tenantId],
    );
    expect(noted).toMatchObject({ detail: { domain } });
    expect(noted?.reason).toBe('The company was sold');
  });

  it('are the only ones who may', async () => {
    await provenDomain(names, admin, { domain });
    const work = invoke(holds.end, { id: a.tenantId, domain, reason: 'Mine' }, admin.call());
    await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/unauth|not_found/) });
    expect((await shown())?.provenUntil).not.toBeNull();
  });
});
