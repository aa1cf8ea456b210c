import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askForDomainChecks } from '@/db/email-domains/keep';
import { invoke } from '@/lib/doors/callable';
import {
  mintRole,
  openWorld,
  type TestMember,
  type TestTenant,
  type World,
} from '@/lib/doors/testing';
import { type NameServer, startNameServer } from '@/lib/egress/testing/name-server';
import { runJobs } from '../testing';
import { emailDomainProcedures } from './procedures';
import { ageProof, provenDomain, publish } from './testing/domain-stage';

const { list, add, check, change, remove } = emailDomainProcedures.emailDomains;

let world: World;
let names: NameServer;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  names = await startNameServer();
  vi.stubEnv('DNS_SERVERS', names.address);
  world = await openWorld();
});
afterAll(async () => {
  await names.end();
  await world.end();
});
let made = 0;
let domain = '';
beforeEach(async () => {
  names.mood = 'well';
  domain = `alder-works-${made++}.com`;
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const shown = async (by = admin) => (await invoke(list, {}, by.call())).domains;
const added = (by = admin) => invoke(add, { domain }, by.call());
const checked = (id: string, by = admin) => invoke(check, { id }, by.call());
const joining = (id: string, roleId: string | null, joins = true, by = admin) =>
  invoke(change, { id, joins, roleId }, by.call());
const recheck = async (tenant = a) => {
  await world.database.query(
    `insert into control.outbox (tenant_id, id, job, payload)
     values ($1, app.uuid7(), 'emailDomains.recheck', jsonb_build_object('domain', $2::text))`,
    [tenant.tenantId, domain],
  );
  await runJobs(world);
};
const due = () =>
  world.database.query(
    `update control.email_domain_holders set next_check_at = now() where domain = $1`,
    [domain],
  );
const audited = async (tenant = a) =>
  (
    await world.database.query<{ what: string }>(
      `select procedure || ' ' || (detail - 'domain')::text as what from control.audit_events
       where tenant_id = $1 and procedure like 'emailDomains.%' order by at, id`,
      [tenant.tenantId],
    )
  ).map(({ what }) => what);

describe('a domain', () => {
  it('is proven by its record, which names no platform', async () => {
    const claim = await added();
    expect(claim).toMatchObject({ domain, state: 'pending', finding: null, checkedAt: null });
    expect(claim.record.name).toBe(`_workspace-verification.${domain}`);
    expect(`${claim.record.name}${claim.record.value}`).not.toMatch(/rowhouse/i);
    expect(await checked(claim.id)).toMatchObject({ state: 'pending', finding: 'none' });
    names.texts.set(claim.record.name, ['something else']);
    const missed = await checked(claim.id);
    expect(missed).toMatchObject({ finding: 'other', others: 1 });
    expect(JSON.stringify(missed)).not.toContain('something else');
    publish(names, claim);
    const proven = await checked(claim.id);
    expect(proven).toMatchObject({ state: 'verified', finding: 'right', others: 1, joins: false });
    expect(proven.provenUntil).not.toBeNull();
    expect(await shown()).toEqual([proven]);
  });

  it('is written in one way, and is one that an organisation can have', async () => {
    const one = await invoke(add, { domain: ' @Bücher-Wald.DE. ' }, admin.call());
    expect(one.domain).toBe('xn--bcher-wald-9db.de');
    const twice = invoke(add, { domain: 'bücher-wald.de' }, admin.call());
    await expect(twice).rejects.toMatchObject({ code: 'conflict' });
    for (const wrong of [
      ...['', 'com', 'co.uk', 'github.io', 'gmail.com', 'mail.naver.com', 'localhost', '10.0.0.1'],
      ...[
        'a b.com',
        'alder',
        'alder.invalid',
        'https://alder.com',
        '[::1]',
        `${'x'.repeat(64)}.com`,
      ],
      ...['-a.com', 'a..com', 'a_b.com', `${'x.'.repeat(99)}com`, 'me@alder.com'],
    ]) {
      const tried = invoke(add, { domain: wrong }, admin.call());
      await expect(tried, wrong).rejects.toMatchObject({ code: 'invalid' });
    }
    expect(await shown()).toHaveLength(1);
  });

  it('has one owner in a pool, whose rivals learn nothing before they prove it too', async () => {
    const b = await world.tenant({ poolId: a.poolId });
    const rival = await world.member(b, 'admin');
    const mine = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    const theirs = await added(rival);
    expect(theirs.record.value).not.toBe(mine.record.value);
    expect(await checked(theirs.id, rival)).toMatchObject({ state: 'pending', finding: 'other' });
    publish(names, theirs);
    expect(await checked(theirs.id, rival)).toMatchObject({ state: 'pending', finding: 'held' });
    await expect(joining(theirs.id, b.roleIds.basic, true, rival)).rejects.toMatchObject({
      code: 'precondition',
    });
    const elsewhere = await world.member(await world.tenant(), 'admin');
    const apart = await provenDomain(names, elsewhere, { domain });
    expect(apart.state).toBe('verified');
    await ageProof(world, a, domain, 80);
    expect(await checked(theirs.id, rival)).toMatchObject({ state: 'verified' });
    expect((await shown())[0]).toMatchObject({ joins: false, provenUntil: null });
    expect(await checked(mine.id)).toMatchObject({
      state: 'broken',
      finding: 'held',
      joins: false,
    });
  });

  it('is one tenant’s of many that prove it at once', async () => {
    const tenants = [
      a,
      ...(await Promise.all([1, 2, 3, 4].map(() => world.tenant({ poolId: a.poolId })))),
    ];
    const admins = await Promise.all(tenants.map((tenant) => world.member(tenant, 'admin')));
    const claims = await Promise.all(admins.map((by) => added(by)));
    for (const claim of claims) publish(names, claim);
    const states = await Promise.all(
      claims.map(async ({ id }, at) => (await checked(id, admins[at])).state),
    );
    expect(states.filter((state) => state === 'verified')).toHaveLength(1);
  });

  it('is looked at again, warns where its record is gone, and shuts when its time is over', async () => {
    const { id, record } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    await ageProof(world, a, domain, 20);
    await recheck();
    expect((await shown())[0]).toMatchObject({ state: 'verified', joins: true });
    names.texts.delete(record.name);
    await recheck();
    const gone = { state: 'broken', finding: 'none', joins: false, paused: true };
    expect((await shown())[0]).toMatchObject(gone);
    await ageProof(world, a, domain, 80);
    expect((await shown())[0]).toMatchObject({ joins: false, provenUntil: null });
    await recheck();
    // The record comes back; joining does not, before somebody says so.
    names.texts.set(record.name, [record.value]);
    expect(await checked(id)).toMatchObject({ state: 'verified', joins: false });
    expect(await audited()).toEqual([
      'emailDomains.add {}',
      expect.stringContaining('emailDomains.check'),
      expect.stringContaining('emailDomains.change'),
      expect.stringMatching(/recheck.*"after": \{"joins": true, "state": "broken"\}/),
      expect.stringMatching(/recheck.*"after": \{"joins": false, "state": "broken"\}/),
      expect.stringMatching(/check.*"after": \{"joins": false, "state": "verified"\}/),
    ]);
  });

  it('is looked at by the worker once a day, as the operator asks', async () => {
    await provenDomain(names, admin, { domain });
    const other = await world.member(await world.tenant(), 'admin');
    await provenDomain(names, other, { domain: `other-${domain}` });
    const { servers } = world.database;
    await world.database.query(
      `update control.email_domain_holders set next_check_at = now() + interval '1 hour'`,
    );
    expect(await askForDomainChecks(servers)).toBe(0);
    await due();
    names.asked.length = 0;
    expect(await askForDomainChecks(servers)).toBe(1);
    expect(await askForDomainChecks(servers)).toBe(0);
    await runJobs(world);
    expect(names.asked).toEqual([`_workspace-verification.${domain}`]);
    // Once more after its proof is over, for whoever is to be told.
    await ageProof(world, a, domain, 80);
    await due();
    expect(await askForDomainChecks(servers)).toBe(1);
    await ageProof(world, a, domain, 20);
    await due();
    expect(await askForDomainChecks(servers)).toBe(0);
  });

  it('is looked at while its workspace is suspended too, which would lose it otherwise', async () => {
    const { record } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    names.texts.delete(record.name);
    const status = (to: string) =>
      world.database.query('update control.tenants set status = $2 where id = $1', [
        a.tenantId,
        to,
      ]);
    await status('suspended');
    await recheck();
    await status('active');
    expect((await shown())[0]).toMatchObject({ state: 'broken', finding: 'none' });
  });

  it('is given up with its proof', async () => {
    const { id } = await provenDomain(names, admin, { domain, roleId: a.roleIds.basic });
    await invoke(remove, { id }, admin.call());
    expect(await shown()).toEqual([]);
    const again = await added();
    expect(await checked(again.id)).toMatchObject({ state: 'pending', finding: 'other' });
    const b = await world.member(await world.tenant({ poolId: a.poolId }), 'admin');
    expect(await provenDomain(names, b, { domain })).toMatchObject({ state: 'verified' });
  });
});

describe('the settings', () => {
  it('are for who may set the rules, and another tenant’s are not there', async () => {
    const { id } = await provenDomain(names, admin, { domain });
    const basic = await world.member(a, 'basic');
    const other = await world.member(await world.tenant({ poolId: a.poolId }), 'admin');
    for (const [by, code] of [
      [basic, 'forbidden'],
      [other, 'not_found'],
    ] as const) {
      await expect(checked(id, by)).rejects.toMatchObject({ code });
      await expect(joining(id, a.roleIds.basic, true, by)).rejects.toMatchObject({ code });
      await expect(invoke(remove, { id }, by.call())).rejects.toMatchObject({ code });
    }
    await expect(shown(basic)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await shown(other)).toEqual([]);
    await world.database.query(
      `update control.sessions set proven_at = now() - interval '16 minutes' where user_id = $1`,
      [admin.userId],
    );
    await expect(joining(id, a.roleIds.basic)).rejects.toMatchObject({ code: 'proof_required' });
  });

  it('give no role that is not there, wider than one’s own, or before the proof', async () => {
    const unproven = await added();
    await expect(joining(unproven.id, a.roleIds.basic)).rejects.toMatchObject({
      code: 'precondition',
    });
    publish(names, unproven);
    const { id } = await checked(unproven.id);
    const foreign = (await world.tenant()).roleIds.basic;
    for (const roleId of [null, foreign]) {
      await expect(joining(id, roleId)).rejects.toMatchObject({
        fields: { roleId: expect.any(String) },
      });
    }
    const narrowId = await mintRole(a, ['security.manage', 'people.manage', 'people.read']);
    const narrow = await world.member(a, 'basic');
    await world.database.query(
      `update control.membership_roles set role_id = $1 where tenant_id = $2 and membership_id =
         (select id from control.memberships where tenant_id = $2 and user_id = $3)`,
      [narrowId, a.tenantId, narrow.userId],
    );
    await expect(joining(id, a.roleIds.admin, true, narrow)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await joining(id, narrowId, true, narrow)).toMatchObject({ joins: true });
    expect(await joining(id, narrowId, false, narrow)).toMatchObject({ joins: false });
    await expect(joining(id, foreign, false)).rejects.toMatchObject({
      fields: { roleId: expect.any(String) },
    });
    const wider = joining(id, a.roleIds.admin, false, narrow);
    await expect(wider).rejects.toMatchObject({ code: 'forbidden' });
    await joining(id, a.roleIds.admin);
    for (const [roleId, joins] of [
      [narrowId, true],
      [narrowId, false],
      [null, false],
    ] as const) {
      const tried = joining(id, roleId, joins, narrow);
      await expect(tried).rejects.toMatchObject({ code: 'forbidden' });
    }
    const off = await joining(id, a.roleIds.admin, false, narrow);
    expect(off).toMatchObject({ joins: false, joinRoleId: a.roleIds.admin });
  });

  it('count looks into DNS, and name twenty domains', async () => {
    for (let at = 0; at < 20; at += 1) {
      await invoke(add, { domain: `part-${at}.${domain}` }, admin.call());
    }
    await expect(added()).rejects.toMatchObject({ code: 'limit' });
    const [first] = await shown();
    const looks = await Promise.allSettled(
      Array.from({ length: 70 }, () => checked(first?.id ?? '')),
    );
    expect(looks.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(60);
    expect(looks.some(({ status }) => status === 'rejected')).toBe(true);
  }, 60_000);
});
