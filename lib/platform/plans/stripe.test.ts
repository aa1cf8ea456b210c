import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishPlan } from '@/lib/billing/testing/plans';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { openStaff } from '../testing/staff';
import { platformPlansProcedures as plans } from './procedures';

describe('telling Stripe of plans again', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  it('has every version told that Stripe was told of, however often that failed', async () => {
    const asStaff = await openStaff(world);
    const { planId, version } = await publishPlan(asStaff, {});
    await world.database.query(
      `insert into control.stripe_plans (plan_id, version, account, state, active, tries, next_at)
       values ($1, $2, 'one', 'refused', true, 7, null)`,
      [planId, version],
    );
    expect(await invoke(plans.tellStripe, {}, asStaff())).toEqual({ versions: 1 });
    const row = () =>
      world.database.query<{ tries: number; due: boolean }>(
        'select tries, next_at <= now() as due from control.stripe_plans where plan_id = $1',
        [planId],
      );
    expect(await row()).toEqual([{ tries: 0, due: true }]);
    const admin = await world.member(await world.tenant(), 'admin');
    await expect(invoke(plans.tellStripe, {}, admin.call())).rejects.toMatchObject({
      code: expect.stringMatching(/not_found|unauthenticated|forbidden/),
    });
  });
});
