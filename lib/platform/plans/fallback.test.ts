import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findHostEntry } from '@/db/directory';
import { planProcedures as plan } from '@/lib/billing/procedures';
import { publishPlan, putOn, reason } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { router } from '@/lib/router';
import type { DirectoryEntry } from '@/lib/tenancy/directory/entry';
import { subscriptionsProcedures as subscriptions } from '../subscriptions/procedures';
import { consoleCall, openStaff } from '../testing/staff';
import { platformPlansProcedures as plans } from './procedures';

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

type Version = { planId: string; version: number };

const read = () => invoke(plans.fallback, {}, asStaff());
const say = async (wish: Version | null, call = asStaff()) => {
  const seen = (await read()).history[0]?.id ?? null;
  const version = wish && { planId: wish.planId, version: wish.version };
  return await invoke(plans.setFallback, { plan: version, seen, reason }, call);
};
const role = (name: string, who = admin) =>
  invoke(router.roles.create, { name, base: 'basic', permissions: [] }, who.call());
const own = (who = admin) => invoke(plan.get, {}, who.call());
const few = { limits: { roles: { max: 1, kind: 'hard' as const } }, withoutModules: ['tasks'] };

describe('what holds without a plan', () => {
  it('is everything, until staff say a plan, and everything again when they say so', async () => {
    await role('Tutor');
    await role('Coach');
    expect(await own()).toMatchObject({ name: 'House', held: null, fallback: false });
    const free = await publishPlan(asStaff, few, { offered: false });
    const { tenants } = await read();
    expect(tenants).toBeGreaterThan(0);
    expect(await say(free)).toMatchObject({
      ...{ plan: { id: free.planId, name: free.name, version: 1 }, tenants },
      history: [{ reason, plan: { name: free.name } }],
    });
    await expect(role('Guide')).rejects.toMatchObject({
      code: 'limit',
      message: expect.stringContaining(`The plan ${free.name} has 1 own roles at most`),
    });
    await expect(invoke(router.tasks.list, {}, admin.call())).rejects.toMatchObject({
      code: 'not_found',
    });
    const entry = await findHostEntry<DirectoryEntry>(a.slug, a.host);
    expect(entry?.modulesOff).toEqual(['tasks']);
    const now = await own();
    expect(now).toMatchObject({ name: free.name, held: null, fallback: true, prices: [] });
    expect(now.limits.find(({ name }) => name === 'roles')).toMatchObject({
      ...{ used: 2, max: 1, standing: 'over', because: 'plan' },
    });
    expect(await invoke(subscriptions.ofTenant, { id: a.tenantId }, asStaff())).toMatchObject({
      ...{ held: null, fallback: { name: free.name, version: 1 } },
    });
    await say(null);
    await role('Guide');
    expect(await own()).toMatchObject({ name: 'House', fallback: false });
  });

  it('touches no tenant that is on a plan, and comes when its plan ends', async () => {
    const free = await publishPlan(asStaff, few);
    await putOn(asStaff, a.tenantId, await publishPlan(asStaff, {}));
    await say(free);
    await role('Tutor');
    await role('Coach');
    const { held } = await invoke(subscriptions.ofTenant, { id: a.tenantId }, asStaff());
    const end = { subscriptionId: held?.id ?? '', revision: held?.revision ?? 0 };
    const wish = { id: a.tenantId, wish: { to: 'unsigned' as const } };
    const { changes } = await invoke(subscriptions.preview, wish, asStaff());
    expect(changes.limits).toMatchObject([{ name: 'roles', after: 1, used: 2, over: true }]);
    const to = 'unsigned' as const;
    await invoke(subscriptions.turn, { id: a.tenantId, ...end, to, at: null, reason }, asStaff());
    await expect(role('Guide')).rejects.toMatchObject({ code: 'limit' });
    expect((await own()).history[0]).toMatchObject({ toState: 'unsigned' });
    await say(null);
  });

  it('is said once by those who saw what was said, of a version that can be given', async () => {
    const free = await publishPlan(asStaff, few);
    const first = await say(free);
    const seen = { seen: null, reason };
    const late = invoke(plans.setFallback, { plan: null, ...seen }, asStaff());
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    const other = { planId: free.planId, version: 7 };
    await expect(say(other)).rejects.toMatchObject({ code: 'not_found' });
    const gone = await publishPlan(asStaff, {});
    await invoke(plans.archive, { id: gone.planId, reason }, asStaff());
    await expect(say(gone)).rejects.toMatchObject({ code: 'precondition' });
    const asAdmin = consoleCall(`${sessionCookie()}=${admin.token}`);
    await expect(say(null, asAdmin)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect((await read()).history[0]?.id).toBe(first.history[0]?.id);
    await say(null);
  });

  it('is of a plan that cannot be archived meanwhile', async () => {
    const free = await publishPlan(asStaff, few);
    await say(free);
    const archive = () => invoke(plans.archive, { id: free.planId, reason }, asStaff());
    await expect(archive()).rejects.toMatchObject({ code: 'precondition' });
    expect((await read()).plan).toMatchObject({ id: free.planId });
    await say(null);
    expect(await archive()).toMatchObject({ archived: true });
  });

  it('is what was said last, whatever the clock of the process said', async () => {
    const free = await publishPlan(asStaff, few);
    await say(free);
    await world.database.query(
      `update control.fallback_plans set id = 'ffffffff-ffff-7fff-bfff-ffffffffffff'
       where position = (select max(position) from control.fallback_plans)`,
    );
    await say(null);
    const last = await read();
    expect([last.plan, last.history[0]?.plan]).toEqual([null, null]);
    expect(await own()).toMatchObject({ name: 'House', fallback: false });
  });
});
