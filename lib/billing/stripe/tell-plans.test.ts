import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type World } from '@/lib/doors/testing';
import { log } from '@/lib/log';
import { platformPlansProcedures as plans } from '@/lib/platform/plans/procedures';
import { openStaff } from '@/lib/platform/testing/staff';
import { publishNext, publishPlan, reason } from '../testing/plans';
import { productOf } from './prices';
import { tellPlans } from './tell-plans';
import { openStripeStage, type StripeStage } from './testing/stage';

let world: World;
let asStaff: () => DoorCall;
let stage: StripeStage;
beforeAll(async () => {
  // What is tried here fails on purpose.
  log.level = 'silent';
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());
beforeEach(async () => {
  stage = await openStripeStage();
  await world.database.query('delete from control.stripe_plans');
  await world.database.query('update control.plans set archived_at = now()');
});
afterEach(() => stage.end());

const charged = { currency: 'EUR', interval: 'month' } as const;
const flat = { kind: 'flat', ...charged, amount: 4_900 } as const;
const steps = [
  { upTo: 1_000, amount: 2 },
  { upTo: null, amount: 1 },
];
const prices = [
  flat,
  { kind: 'seat', ...charged, amount: 200, included: 20 },
  { kind: 'isolation', ...charged, amount: 20_000, tier: 'database' },
  { kind: 'metered', ...charged, amount: 5, meter: 'requests', per: 1_000 },
  { kind: 'tiered', ...charged, meter: 'messages', steps },
  { kind: 'flat', currency: 'KRW', interval: 'year', amount: 690_000 },
] as const;

const tell = (account = 'one') => tellPlans(world.database.servers, { sdk: stage.sdk, account });
const again = () => invoke(plans.tellStripe, {}, asStaff());
const statusOf = async (id: string) =>
  (await invoke(plans.get, { id }, asStaff())).versions.map(({ stripe }) => stripe?.state);
const there = async (planId: string) =>
  (await stage.sdk.prices.list({ product: productOf({ planId }), limit: 100 })).data;

it('a plan is made at Stripe once, however often it is told of', async () => {
  const { planId } = await publishPlan(asStaff, { prices: [...prices] });
  await tell();
  expect(await statusOf(planId)).toEqual(['known']);
  const made = await there(planId);
  expect(made.map(({ recurring }) => recurring?.usage_type).sort()).toEqual([
    ...['licensed', 'licensed', 'licensed', 'licensed', 'metered', 'metered'],
  ]);
  expect(await tell()).toBe(0);
  expect((await again()).versions).toBeGreaterThan(0);
  await Promise.all([tell(), tell()]);
  expect((await there(planId)).map(({ id }) => id)).toEqual(made.map(({ id }) => id));
  expect((await stage.sdk.billing.meters.list()).data).toHaveLength(2);
  expect((await stage.sdk.products.list()).data).toHaveLength(1);
});

it('answers that are lost, at whichever request, leave nothing twice', async () => {
  const { planId } = await publishPlan(asStaff, { prices: [...prices] });
  let left = 0;
  stage.sdk.on('request', () => {
    left -= 1;
    // The library tries once more where a connection breaks, whatever it was told.
    if (left === 0) stage.server.local.faults.loseAnswer = 2;
  });
  for (let nth = 1; nth <= 11; nth += 1) {
    left = nth;
    await again();
    await tell();
    if (nth === 1) expect(await statusOf(planId)).toEqual(['waiting']);
  }
  await again();
  await tell();
  expect(await statusOf(planId)).toEqual(['known']);
  expect(await there(planId)).toHaveLength(prices.length);
  expect((await stage.sdk.products.list()).data).toHaveLength(1);
  expect((await stage.sdk.billing.meters.list()).data).toHaveLength(2);
});

it('a plan may be named in any letters', async () => {
  const name = '기본 요금제 🌱';
  const { planId } = await publishPlan(asStaff, { prices: [flat] }, { name });
  await tell();
  expect(await statusOf(planId)).toEqual(['known']);
  expect((await stage.sdk.products.list()).data.map((one) => one.name)).toEqual([name]);
});

it('what was changed there is mended', async () => {
  const { planId } = await publishPlan(asStaff, { prices: [flat] });
  await tell();
  const [price] = await there(planId);
  const key = price?.lookup_key ?? '';
  const product = productOf({ planId });
  await stage.sdk.products.update(product, { name: 'Another' });
  await stage.sdk.prices.create({
    ...{ product, currency: 'eur', unit_amount: 1, lookup_key: key, transfer_lookup_key: true },
    recurring: { interval: 'month' },
  });
  await again();
  await tell();
  const { data } = await stage.sdk.prices.list({ lookup_keys: [key] });
  expect(data).toMatchObject([{ unit_amount: 4_900, active: true }]);
  expect((await stage.sdk.products.retrieve(product)).name).toMatch(/^Plan /);
  const cheap = (await there(planId)).filter(({ unit_amount: amount }) => amount === 1);
  expect(cheap).toMatchObject([{ active: false }]);
});

it('a later version has prices of its own, and an archived plan is shut there', async () => {
  const { planId } = await publishPlan(asStaff, { prices: [flat] });
  await tell();
  await publishNext(asStaff, planId, { prices: [{ ...flat, amount: 5_900 }] });
  await tell();
  expect((await there(planId)).map(({ unit_amount: amount }) => amount).sort()).toEqual([
    ...[4_900, 5_900],
  ]);
  await invoke(plans.archive, { id: planId, reason }, asStaff());
  await tell();
  expect((await stage.sdk.products.retrieve(productOf({ planId }))).active).toBe(false);
});

it('another account of Stripe is told of everything', async () => {
  const { planId } = await publishPlan(asStaff, { prices: [flat] });
  await tell();
  const other = await openStripeStage();
  await tellPlans(world.database.servers, { sdk: other.sdk, account: 'two' });
  const known = await other.sdk.products.retrieve(productOf({ planId }));
  await other.end();
  expect(known.active).toBe(true);
  expect(await statusOf(planId)).toEqual(['known']);
});

it('what Stripe refuses is shown, and a plan without prices is none of its business', async () => {
  const refused = await publishPlan(asStaff, { prices: [{ ...flat, amount: 1_000_000_000_000 }] });
  const free = await publishPlan(asStaff, {});
  await tell();
  const { versions } = await invoke(plans.get, { id: refused.planId }, asStaff());
  expect(versions[0]?.stripe).toMatchObject({ state: 'refused', fault: expect.any(String) });
  expect(await statusOf(free.planId)).toEqual([undefined]);
});
