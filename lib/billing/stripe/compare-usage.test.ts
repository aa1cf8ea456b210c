import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DoorCall } from '@/lib/doors/call';
import { openWorld, type World } from '@/lib/doors/testing';
import { log } from '@/lib/log';
import { openStaff } from '@/lib/platform/testing/staff';
import { compareUsage } from './compare-usage';
import { eventOf } from './prices';
import { tellUsage } from './tell-usage';
import { openStripeStage } from './testing/stage';
import { account, UsageStage } from './testing/usage';

let world: World;
let asStaff: () => DoorCall;
let stage: UsageStage;
let a: { tenantId: string; customer: string };
beforeAll(async () => {
  log.level = 'silent';
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());
beforeEach(async () => {
  stage = await UsageStage.open(world, asStaff, await openStripeStage());
  a = await stage.tenant();
});
afterEach(() => stage.stripe.end());

const access = () => ({ sdk: stage.stripe.sdk, account });
const tell = () => tellUsage(world.database.servers, access());
const { query } = { query: (text: string) => world.database.query(text) };

/** Compares all days, as if an hour and more had gone by since the last time. */
async function compare() {
  await query(
    `update control.stripe_usage_days set next_at = now(), compared_at = compared_at - interval '1 hour'`,
  );
  return await compareUsage(world.database.servers, access());
}

const dayOf = async () =>
  await world.database.query<Record<string, unknown>>(
    `select ledger, told, known, mended, unlike = '{}' as alike, fault, next_at is not null as again
     from control.stripe_usage_days where tenant_id = $1 order by day`,
    [a.tenantId],
  );

const sendToStripe = (hour: number, value: number) =>
  stage.stripe.sdk.billing.meterEvents.create({
    ...{ event_name: eventOf('requests'), timestamp: hour / 1000 },
    payload: { stripe_customer_id: a.customer, value: String(value) },
  });

async function sealAndTell(hoursAgo = 30, quantity = 40) {
  const hour = await stage.seal(a, { hoursAgo, quantity });
  await stage.enter();
  await tell();
  return hour;
}

describe('a comparison with Stripe', () => {
  it('finds what agrees to agree, and sends nothing', async () => {
    const hour = await sealAndTell();
    expect(await compare()).toBe(1);
    await compare();
    expect(await dayOf()).toEqual([
      { ledger: '40', told: '40', known: '40', mended: 0, alike: true, fault: null, again: true },
    ]);
    expect(await stage.known(a.customer)).toEqual({ [hour]: 40 });
  });

  it.each([
    ['too much', 25],
    ['too little', -15],
  ])('mends %s once it was seen twice, and only by the difference', async (_, more) => {
    const hour = await sealAndTell();
    await sendToStripe(hour, more);
    await compare();
    await tell();
    expect(await stage.known(a.customer)).toEqual({ [hour]: 40 + more });
    expect(await dayOf()).toMatchObject([{ ledger: '40', known: String(40 + more), alike: false }]);
    await compare();
    await tell();
    expect(await stage.known(a.customer)).toEqual({ [hour]: 40 });
    await compare();
    await compare();
    await tell();
    expect(await dayOf()).toMatchObject([{ told: String(40 - more), mended: 1, alike: true }]);
    expect(await stage.known(a.customer)).toEqual({ [hour]: 40 });
  });

  it('does not mend what Stripe is still adding up', async () => {
    const hour = await sealAndTell();
    await sendToStripe(hour, -15);
    await compare();
    await sendToStripe(hour, 5);
    await compare();
    await sendToStripe(hour, 10);
    await compare();
    expect(await dayOf()).toMatchObject([{ mended: 0, alike: true }]);
  });

  it.each([
    ['arrived', 40, 'sent'],
    ['did not arrive', 0, 'settled'],
  ])('finds out whether what nobody knew of %s', async (_, there, state) => {
    const hour = await stage.seal(a, { hoursAgo: 30, quantity: 40 });
    await stage.enter();
    await query(`update control.stripe_usage set state = 'unsure', next_at = null`);
    if (there > 0) await sendToStripe(hour, there);
    await compare();
    await compare();
    await tell();
    expect(await stage.known(a.customer)).toEqual({ [hour]: 40 });
    const rows = await world.database.query<{ state: string }>(
      'select state from control.stripe_usage where tenant_id = $1 and usage_id is not null',
      [a.tenantId],
    );
    expect(rows).toEqual([{ state }]);
  });

  it('leaves alone what is still to be told, and what is too old to be mended, and shows both', async () => {
    const hour = await stage.seal(a, { hoursAgo: 30, quantity: 40 });
    await stage.enter();
    await compare();
    await compare();
    expect(await dayOf()).toMatchObject([{ told: '0', known: '0', mended: 0, alike: false }]);
    await tell();
    await compare();
    expect(await stage.known(a.customer)).toEqual({ [hour]: 40 });
    const days = `update control.stripe_usage set hour = hour - interval '36 days', quantity = 41;
      update control.stripe_usage_days set day = day - 36`;
    await query(days);
    await compare();
    await compare();
    expect(await dayOf()).toMatchObject([{ ledger: '41', mended: 0, alike: false, again: false }]);
  });

  it('is tried again where Stripe does not answer, and corrections have it done anew', async () => {
    await sealAndTell();
    stage.stripe.server.local.faults.loseAnswer = 2;
    await compare();
    expect(await dayOf()).toMatchObject([{ fault: 'Stripe does not answer.', again: true }]);
    await query('update control.stripe_usage_days set next_at = null');
    await sealAndTell(30, 2);
    expect(await dayOf()).toMatchObject([{ again: true }]);
    await compare();
    expect(await dayOf()).toMatchObject([{ ledger: '42', known: '42', fault: null }]);
  });
});
