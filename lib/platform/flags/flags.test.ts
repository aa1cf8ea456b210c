import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditProcedures } from '@/lib/audit/procedures';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { handleRest } from '@/lib/doors/rest';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { webCall } from '@/lib/doors/web-call';
import { sessionCookie } from '@/lib/identity/cookies';
import { searchProcedures } from '@/lib/modules/collections/search/procedures';
import { databaseSource } from '@/lib/server/directory-source';
import { flagsProcedures } from '@/lib/tenancy/flags/procedures';
import { sealedFacts, tenantHeader } from '@/lib/tenancy/tenant-header';
import { platformAuditProcedures as platformAudit } from '../audit/procedures';
import { consoleCall, openStaff } from '../testing/staff';
import { platformFlagsProcedures as flags } from './procedures';

const reason = 'The index is on fire';
const flag = 'records.search';

let world: World;
let asStaff: () => DoorCall;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.database.query('delete from control.flag_rules');
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const kill = () => invoke(flags.kill, { flag, reason }, asStaff());
const revive = () => invoke(flags.revive, { flag, reason }, asStaff());
const change = (rules: object, revision: number) =>
  invoke(flags.change, { flag, revision, rules, reason }, asStaff());
const get = () => invoke(flags.get, { flag }, asStaff());
const override = (value: boolean | string | null, id = a.tenantId) =>
  invoke(flags.override, { id, flag, value, reason }, asStaff());
const here = async () =>
  (await invoke(flags.ofTenant, { id: a.tenantId }, asStaff())).flags.find(
    (one) => one.flag === flag,
  );
const search = () => invoke(searchProcedures.search, { query: 'kim' }, admin.call());

describe('the kill switch', () => {
  it('stops what the flag guards over every other word, until it is taken back', async () => {
    await override(true);
    await kill();
    await kill();
    await expect(search()).rejects.toMatchObject({ code: 'precondition' });
    expect(await here()).toMatchObject({ value: false, because: 'killed' });
    expect((await get()).effects).toEqual([
      { value: false, because: 'killed', tenants: expect.any(Number) },
    ]);
    await revive();
    await revive();
    await expect(search()).resolves.toMatchObject({ hits: [] });
    expect(await here()).toMatchObject({ value: true, because: 'override' });
  });

  it('stops page, action and REST at once, whatever was sealed before', async () => {
    const entry = await databaseSource.find(a.slug, a.host);
    if (!entry) throw new Error('no entry');
    expect(entry.flags[flag]).toBe(true);
    const headers = new Headers({
      ...{ host: a.host, 'user-agent': 'test', cookie: `${sessionCookie()}=${admin.token}` },
      [tenantHeader]: await sealedFacts(entry),
    });
    const url = `http://${a.host}/api/v1/records/search?query=kim`;
    const rest = async () => (await handleRest(new Request(url, { headers }), '127.0.0.1')).status;
    expect(await rest()).toBe(200);
    await kill();
    for (const door of ['page', 'action'] as const) {
      const call = webCall(door, headers, '127.0.0.1');
      await expect(invoke(searchProcedures.search, { query: 'kim' }, call)).rejects.toMatchObject({
        code: 'precondition',
      });
    }
    expect(await rest()).toBe(412);
  });

  it('stands in the staff audit with its reason', async () => {
    await kill();
    const { events } = await invoke(platformAudit.list, {}, asStaff());
    expect(events[0]).toMatchObject({
      procedure: 'platform.flags.kill',
      reason,
      detail: { flag, killed: true },
    });
  });
});

describe('the rules of a flag', () => {
  it('hold for channels, roles and a share, and say for how many tenants', async () => {
    await change({ channels: { early: false }, share: { percent: 0, value: false } }, 0);
    await invoke(flagsProcedures.chooseChannel, { channel: 'early' }, admin.call());
    expect(await here()).toMatchObject({ value: false, because: 'channel', of: 'early' });
    const { effects, revision, rules } = await get();
    expect(effects).toContainEqual({ value: false, because: 'channel', tenants: 1 });
    expect(effects.some(({ because }) => because === 'default')).toBe(true);
    expect([revision, rules]).toEqual([
      1,
      { channels: { early: false }, share: { percent: 0, value: false } },
    ]);
    await expect(search()).rejects.toMatchObject({ code: 'precondition' });
    await change({ channels: { early: false }, roles: { admin: true } }, 1);
    await expect(search()).resolves.toMatchObject({ hits: [] });
    expect(await here()).toMatchObject({
      ...{ value: false, because: 'channel' },
      byRole: [{ role: 'admin', value: true }],
    });
    await change({ share: { percent: 100, value: false } }, 2);
    expect(await here()).toMatchObject({ value: false, because: 'share' });
    await expect(search()).rejects.toMatchObject({ code: 'precondition' });
  });

  it('are changed from what they were, or not at all', async () => {
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((percent) => change({ share: { percent, value: false } }, 0)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(change({}, 0)).rejects.toMatchObject({ code: 'conflict' });
    await world.database.query('delete from control.flag_rules');
    await expect(change({}, 4)).rejects.toMatchObject({ code: 'conflict' });
    expect((await get()).revision).toBe(0);
  });

  it('take no value that the flag cannot have', async () => {
    const fields = {
      'rules.roles.basic': expect.any(String),
      'rules.share.value': expect.any(String),
    };
    const rules = { roles: { basic: 'no' }, share: { percent: 5, value: 3 } };
    await expect(change(rules, 0)).rejects.toMatchObject({ code: 'invalid', fields });
    const byRole = {
      flag: 'forms.guests',
      revision: 0,
      rules: { roles: { guest: false } },
      reason,
    };
    await expect(invoke(flags.change, byRole, asStaff())).rejects.toMatchObject({
      fields: { 'rules.roles.guest': 'People without a role meet this: say it for tenants.' },
    });
    await expect(change({ share: { percent: 101, value: true } }, 0)).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('platform.flags.override', () => {
  it('is for one tenant, told to its admins, and taken back', async () => {
    await override(false);
    await expect(search()).rejects.toMatchObject({ code: 'precondition' });
    const other = await world.member(await world.tenant(), 'admin');
    await expect(
      invoke(searchProcedures.search, { query: 'kim' }, other.call()),
    ).resolves.toMatchObject({ hits: [] });
    expect(await here()).toMatchObject({ override: { value: false, reason } });
    expect((await get()).overridden.map(({ tenant }) => tenant.id)).toContain(a.tenantId);
    await override(null);
    await expect(search()).resolves.toMatchObject({ hits: [] });
    const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
    expect(events.map(({ procedure, detail }) => [procedure, detail])).toEqual([
      ['platform.flags.override', { flag, from: false, to: null, reason }],
      ['platform.flags.override', { flag, from: null, to: false, reason }],
    ]);
  });

  it('is for staff, and refuses what is not there or cannot be', async () => {
    await expect(override('no')).rejects.toMatchObject({ fields: { value: expect.any(String) } });
    await expect(override(true, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    const nothing = { flag: 'nothing', reason };
    await expect(invoke(flags.kill, nothing, asStaff())).rejects.toMatchObject({
      code: 'not_found',
    });
    const call = consoleCall(`${sessionCookie()}=${admin.token}`);
    await expect(invoke(flags.kill, { flag, reason }, call)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(invoke(flags.kill, { flag, reason: '' }, asStaff())).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

describe('platform.flags.list', () => {
  it('tells of every flag what is said of it', async () => {
    await override(false);
    await kill();
    const { flags: all } = await invoke(flags.list, {}, asStaff());
    expect(all.find((one) => one.flag === flag)).toMatchObject({
      ...{ killedAt: expect.any(Date), ruled: false, overrides: expect.any(Number) },
    });
    expect(all.map((one) => one.flag)).toContain('exports.waiting');
  });
});
