import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleProcedures as people } from '@/lib/access/people/procedures';
import { auditProcedures } from '@/lib/audit/procedures';
import { planProcedures as plan } from '@/lib/billing/procedures';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { router } from '@/lib/router';
import { platformAuditProcedures as platformAudit } from '../audit/procedures';
import { subscriptionsProcedures as subscriptions } from '../subscriptions/procedures';
import { consoleCall, openStaff } from '../testing/staff';
import { limitsProcedures as limits } from './procedures';

const reason = 'Asked for by its owner';

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
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const say = (name: string, max: number | null, more = {}) => {
  const wish = { id: a.tenantId, name, max, endsAt: null, reason, ...more };
  return invoke(limits.override, wish as never, asStaff());
};
const lift = (name: string, more = {}) =>
  invoke(limits.lift, { id: a.tenantId, name, reason, ...more } as never, asStaff());
const here = async (name: string) =>
  (await invoke(plan.get, {}, admin.call())).limits.find((one) => one.name === name);
const seats = async () => (await invoke(people.seats, {}, admin.call())).limit;
const role = (name: string) =>
  invoke(router.roles.create, { name, base: 'basic', permissions: [] }, admin.call());
const domain = (n: number) =>
  invoke(router.domains.add, { host: `d${n}-${a.slug}.com` }, admin.call());
/** Lets the time of what is said run out. */
const runOut = () =>
  world.database.query(
    `update control.limit_overrides set ends_at = now() - interval '1 second'
     where tenant_id = $1 and ended_at is null`,
    [a.tenantId],
  );
const inAnHour = () => new Date(Date.now() + 3_600_000);

describe('staff’s word on a limit', () => {
  it('raises what a plan says at once, until its time is over, and the tenant reads why', async () => {
    const hard = { max: 1, kind: 'hard' as const };
    const terms = { limits: { roles: hard, domains: hard } };
    await putOn(asStaff, a.tenantId, await publishPlan(asStaff, terms));
    await role('Tutor');
    await domain(1);
    await expect(role('Coach')).rejects.toMatchObject({ code: 'limit' });
    const endsAt = inAnHour();
    await say('roles', 2, { endsAt });
    await role('Coach');
    await expect(domain(2)).rejects.toMatchObject({ code: 'limit' });
    expect(await here('roles')).toMatchObject({
      ...{ used: 2, max: 2, because: 'staff', standing: 'full' },
      byStaff: { endsAt, reason, instead: 1 },
    });
    await expect(role('Guide')).rejects.toMatchObject({
      message:
        'The platform lets this workspace have 2 own roles at most. Delete one, or ask the platform for more.',
    });
    await runOut();
    expect(await here('roles')).toMatchObject({ max: 1, because: 'plan', standing: 'over' });
    await expect(role('Guide')).rejects.toMatchObject({
      message: expect.stringMatching(/^The plan/),
    });
  });

  it('limits where no plan does, lets in any number where one does, and is lifted', async () => {
    const { collections, fields, records } = router;
    const { id: collectionId } = await invoke(collections.create, { name: 'Few' }, admin.call());
    const text = { collectionId, name: 'Name', type: 'text' as const };
    const { key } = await invoke(fields.create, text, admin.call());
    const add = () =>
      invoke(records.create, { collectionId, data: { [key]: 'One' } }, admin.call());
    await say('records', 1);
    await add();
    await expect(add()).rejects.toMatchObject({ code: 'limit' });
    await lift('records');
    await add();
    expect(await here('records')).toMatchObject({ max: null, because: 'unlimited', byStaff: null });
    const limited = { limits: { records: { max: 2, kind: 'hard' as const } } };
    await putOn(asStaff, a.tenantId, await publishPlan(asStaff, limited));
    await expect(add()).rejects.toMatchObject({ code: 'limit' });
    await say('records', null);
    await add();
    expect(await here('records')).toMatchObject({ max: null, because: 'staff', standing: 'fine' });
  });

  it('counts files by their bytes and members by seats', async () => {
    await say('storage', 10);
    const file = () => new File(['a'.repeat(11)], 'words.csv');
    await expect(invoke(router.files.upload, { file: file() }, admin.call())).rejects.toMatchObject(
      { code: 'limit' },
    );
    await world.member(a, 'basic');
    await say('members', 1);
    expect(await invoke(people.seats, {}, admin.call())).toMatchObject({ taken: 2, limit: 1 });
    await expect(world.member(a, 'basic')).rejects.toMatchObject({ code: 'limit' });
  });

  it('is kept with its history, in both trails', async () => {
    await say('members', 1);
    await say('members', 25, { endsAt: inAnHour() });
    await runOut();
    await say('members', 30);
    await lift('members', { reason: 'No longer needed' });
    expect(await seats()).toBeNull();
    const { overrides } = await invoke(subscriptions.ofTenant, { id: a.tenantId }, asStaff());
    expect(overrides.map(({ max, holds, endReason }) => [max, holds, endReason])).toEqual([
      [30, false, 'No longer needed'],
      [25, false, null],
      [1, false, reason],
    ]);
    const { events } = await invoke(auditProcedures.audit.list, {}, admin.call());
    expect(events.map(({ procedure, detail }) => [procedure, detail])).toEqual([
      [
        'platform.limits.lift',
        { limit: 'members', from: 30, to: null, reason: 'No longer needed' },
      ],
      ['platform.limits.override', { limit: 'members', from: null, to: 30, endsAt: null, reason }],
      [
        'platform.limits.override',
        { limit: 'members', from: 1, to: 25, endsAt: expect.any(String), reason },
      ],
      ['platform.limits.override', { limit: 'members', from: null, to: 1, endsAt: null, reason }],
    ]);
    const record = await invoke(platformAudit.list, { tenantId: a.tenantId }, asStaff());
    expect(record.events).toHaveLength(4);
  });

  it('concerns one tenant, is for staff, and refuses what is no limit', async () => {
    await say('members', 1);
    const b = await world.tenant();
    const other = await invoke(subscriptions.ofTenant, { id: b.tenantId }, asStaff());
    expect(other.overrides).toEqual([]);
    const nobody = { id: crypto.randomUUID() };
    await expect(say('members', 2, nobody)).rejects.toMatchObject({ code: 'not_found' });
    await expect(lift('members', nobody)).rejects.toMatchObject({ code: 'not_found' });
    await expect(lift('roles')).rejects.toMatchObject({ code: 'precondition' });
    for (const max of [0, -1, 1.5, 1e16, Number.NaN]) {
      await expect(say('members', max)).rejects.toMatchObject({
        fields: { max: expect.any(String) },
      });
    }
    const past = { endsAt: new Date(Date.now() - 60_000) };
    await expect(say('members', 2, past)).rejects.toMatchObject({ code: 'invalid' });
    await expect(say('moons', 2)).rejects.toMatchObject({ code: 'invalid' });
    await expect(say('members', 2, { reason: '' })).rejects.toMatchObject({ code: 'invalid' });
    const asAdmin = consoleCall(`${sessionCookie()}=${admin.token}`);
    const wish = { id: a.tenantId, name: 'members', max: 9, endsAt: null, reason } as const;
    await expect(invoke(limits.override, wish, asAdmin)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(await seats()).toBe(1);
  });

  it('gives way to a plan that is suspended', async () => {
    await putOn(asStaff, a.tenantId, await publishPlan(asStaff, {}));
    await say('roles', 5);
    const { held } = await invoke(subscriptions.ofTenant, { id: a.tenantId }, asStaff());
    const of = { subscriptionId: held?.id ?? '', revision: held?.revision ?? 0 };
    const wish = { id: a.tenantId, ...of, to: 'suspended' as const, at: null, reason };
    await invoke(subscriptions.turn, wish, asStaff());
    await expect(role('Tutor')).rejects.toMatchObject({
      message: expect.stringContaining('is suspended'),
    });
    expect(await here('roles')).toMatchObject({ because: 'suspended', byStaff: null });
  });
});
