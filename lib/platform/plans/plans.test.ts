import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPlatform } from '@/db/platform';
import { planVersions } from '@/db/schema/control';
import { mintStaffScope } from '@/db/scope';
import { PlanTerms } from '@/lib/billing/terms';
import { publishNext, publishPlan, putOn, reason } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { sessionCookie } from '@/lib/identity/cookies';
import { consoleCall, openStaff } from '../testing/staff';
import { platformPlansProcedures as plans } from './procedures';

let world: World;
let asStaff: () => DoorCall;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());

/** Past all procedures, by the login that staff's procedures have. */
const asStaffThemself = <T>(work: Parameters<typeof withPlatform<T>>[2]) =>
  withPlatform(mintStaffScope({ staffId: uuidv7(), requestId: uuidv7() }), reason, work);

const get = (id: string) => invoke(plans.get, { id }, asStaff());
const terms = (more = {}) => PlanTerms.parse(more);
const flat = { kind: 'flat', currency: 'EUR', interval: 'month', amount: 2900 } as const;

describe('a version of a plan', () => {
  it('never changes once it is published, and whoever has it keeps it', async () => {
    const first = await publishPlan(asStaff, { limits: { members: { max: 5, kind: 'hard' } } });
    const tenant = await world.tenant();
    await putOn(asStaff, tenant.tenantId, first);
    const next = await publishNext(asStaff, first.planId, { prices: [flat] });
    expect(next.version).toBe(2);
    const { versions, subscriptions, grandfathered } = await get(first.planId);
    expect(versions.map((one) => [one.version, one.subscriptions])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect([subscriptions, grandfathered]).toEqual([1, 1]);
    expect(versions[1]?.terms.limits.members?.max).toBe(5);
    const list = await invoke(plans.list, {}, asStaff());
    expect(list.plans.find(({ id }) => id === first.planId)).toMatchObject({
      ...{ grandfathered: 1, draft: null },
      published: { version: 2, terms: { prices: [flat] } },
    });
  });

  it('is refused by the database itself when staff’s own login changes it', async () => {
    const { planId } = await publishPlan(asStaff, {});
    await invoke(plans.save, { id: planId, revision: 0, terms: terms() }, asStaff());
    const changed = await asStaffThemself((db) =>
      db
        .update(planVersions)
        .set({ changedByName: 'Somebody else' })
        .where(eq(planVersions.planId, planId))
        .returning({ version: planVersions.version }),
    );
    // The draft alone.
    expect(changed).toEqual([{ version: 2 }]);
    const stale = invoke(plans.save, { id: planId, revision: 2, terms: terms() }, asStaff());
    await expect(stale).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is drafted by one at a time', async () => {
    const { planId } = await publishPlan(asStaff, {});
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((max) =>
        invoke(
          plans.save,
          { id: planId, revision: 0, terms: terms({ limits: { roles: { max, kind: 'soft' } } }) },
          asStaff(),
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await get(planId)).draft).toMatchObject({ version: 2, revision: 1 });
    const twice = await Promise.allSettled(
      [1, 2].map(() => invoke(plans.publish, { id: planId, revision: 1, reason }, asStaff())),
    );
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await get(planId)).toMatchObject({ draft: null, published: { version: 2 } });
  });
});

describe('a draft', () => {
  it('names nothing that is not there, nor prices by use that a tenant would sign itself', async () => {
    const { planId } = await publishPlan(asStaff, {});
    const save = (more: object) =>
      invoke(plans.save, { id: planId, revision: 0, terms: terms(more) }, asStaff());
    const outcomes = await Promise.allSettled([
      save({ withoutModules: ['rockets'] }),
      save({ flags: { nothing: true } }),
      save({ flags: { 'records.search': 'maybe' } }),
      save({
        signing: 'self',
        prices: [{ ...flat, kind: 'metered', meter: 'requests', per: 1000 }],
      }),
      save({ signing: 'payment' }),
      save({
        signing: 'payment',
        prices: [flat, { ...flat, interval: 'year', kind: 'metered', meter: 'requests', per: 1 }],
      }),
      save({ signing: 'self', prices: [flat], trialDays: 7 }),
    ]);
    expect(
      outcomes.map((one) => one.status === 'rejected' && Object.keys(one.reason.fields)),
    ).toEqual([
      ['terms.withoutModules'],
      ['terms.flags.nothing'],
      ['terms.flags.records.search'],
      ['terms.signing'],
      ['terms.signing'],
      ['terms.signing'],
      ['terms.trialDays'],
    ]);
    expect((await get(planId)).draft).toBeNull();
  });

  it('is no plan to offer, and a name is given once', async () => {
    const name = `Team ${crypto.randomUUID()}`;
    const { id } = await invoke(plans.create, { name, reason }, asStaff());
    await expect(
      invoke(plans.offer, { id, offered: true, reason }, asStaff()),
    ).rejects.toMatchObject({ code: 'precondition' });
    await expect(
      invoke(plans.create, { name: name.toUpperCase(), reason }, asStaff()),
    ).rejects.toMatchObject({ fields: { name: expect.any(String) } });
  });
});

it('an archived plan is given to nobody new', async () => {
  const plan = await publishPlan(asStaff, {});
  const act = { id: plan.planId, reason };
  await invoke(plans.archive, act, asStaff());
  expect(await invoke(plans.archive, act, asStaff())).toMatchObject({ archived: true });
  const { tenantId } = await world.tenant();
  await expect(putOn(asStaff, tenantId, plan)).rejects.toMatchObject({ code: 'precondition' });
  await invoke(plans.unarchive, act, asStaff());
  expect(await putOn(asStaff, tenantId, plan)).toMatchObject({ state: 'signed' });
});

it('plans are for staff', async () => {
  const admin = await world.member(await world.tenant(), 'admin');
  const call = consoleCall(`${sessionCookie()}=${admin.token}`);
  await expect(invoke(plans.list, {}, call)).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(get(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
});
