import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DoorCall } from '@/lib/doors/call';
import { openWorld, type World } from '@/lib/doors/testing';
import { log } from '@/lib/log';
import { openStaff } from '@/lib/platform/testing/staff';
import { tellUsage } from './tell-usage';
import { openStripeStage } from './testing/stage';
import { account, UsageStage } from './testing/usage';

let world: World;
let asStaff: () => DoorCall;
let stage: UsageStage;
beforeAll(async () => {
  // What is tried here fails on purpose.
  log.level = 'silent';
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());
beforeEach(async () => {
  stage = await UsageStage.open(world, asStaff, await openStripeStage());
});
afterEach(() => stage.stripe.end());

const tell = () => tellUsage(world.database.servers, { sdk: stage.stripe.sdk, account });
const rowsOf = ({ tenantId }: { tenantId: string }) =>
  world.database.query<{ state: string; fault: string | null }>(
    'select state, fault from control.stripe_usage where tenant_id = $1 order by hour, id',
    [tenantId],
  );
const dueNow = () =>
  world.database.query('update control.stripe_usage set next_at = now() where next_at is not null');

it('every sealed hour reaches Stripe once, corrections too, however often it is told', async () => {
  const [a, b] = [await stage.tenant(), await stage.tenant()];
  const hour = await stage.seal(a, { hoursAgo: 3, quantity: 70 });
  await stage.seal(a, { hoursAgo: 3, quantity: -20 });
  const later = await stage.seal(b, { hoursAgo: 2, quantity: 5 });
  await Promise.all([stage.enter(), stage.enter()]);
  await Promise.all([tell(), tell()]);
  expect(await stage.enter()).toBe(0);
  expect(await tell()).toBe(0);
  expect(await stage.known(a.customer)).toEqual({ [hour]: 50 });
  expect(await stage.known(b.customer)).toEqual({ [later]: 5 });
});

it('of what no plan has a price for, or of before Stripe knew a tenant, nothing is told', async () => {
  const a = await stage.tenant(5);
  await stage.seal(a, { hoursAgo: 7, quantity: 70 });
  await stage.seal(a, { hoursAgo: 2, quantity: 70, meter: 'messages' });
  expect(await stage.enter()).toBe(0);
  await world.database.query(
    `update control.subscriptions set state = 'unsigned', changed_at = now() - interval '3 hours'
     where tenant_id = $1`,
    [a.tenantId],
  );
  await stage.seal(a, { hoursAgo: 2, quantity: 70 });
  expect(await stage.enter()).toBe(0);
  await stage.seal(a, { hoursAgo: 4, quantity: 30 });
  expect(await stage.enter()).toBe(1);
});

it('answers that are lost, and a teller that dies, count nothing twice', async () => {
  const a = await stage.tenant();
  const hours = [
    await stage.seal(a, { hoursAgo: 5, quantity: 11 }),
    await stage.seal(a, { hoursAgo: 4, quantity: 13 }),
  ];
  await stage.enter();
  stage.stripe.server.local.faults.loseAnswer = 2;
  await tell();
  expect(await rowsOf(a)).toEqual([
    { state: 'waiting', fault: 'Stripe does not answer.' },
    { state: 'sent', fault: null },
  ]);
  await dueNow();
  await tell();
  // As if whoever told it had died before it was noted.
  await world.database.query(
    `update control.stripe_usage set state = 'waiting', sent_at = null, next_at = now()
     where tenant_id = $1`,
    [a.tenantId],
  );
  await tell();
  expect((await rowsOf(a)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  const [first, second] = hours as [number, number];
  expect(await stage.known(a.customer)).toEqual({ [first]: 11, [second]: 13 });
});

it('what may have arrived long ago is told blindly no more, what surely did not is', async () => {
  const a = await stage.tenant();
  await stage.seal(a, { hoursAgo: 30, quantity: 11 });
  await stage.enter();
  stage.stripe.server.local.faults.loseAnswer = 2;
  await tell();
  await world.database.query(
    `update control.stripe_usage set doubted_at = now() - interval '24 hours', next_at = now()
     where tenant_id = $1`,
    [a.tenantId],
  );
  expect(await tell()).toBe(0);
  expect(await rowsOf(a)).toMatchObject([{ state: 'unsure' }]);

  const b = await stage.tenant();
  await stage.seal(b, { hoursAgo: 30, quantity: 7 });
  await stage.enter();
  await world.database.query(
    `update control.stripe_customers set customer = 'cus_nobody' where tenant_id = $1`,
    [b.tenantId],
  );
  await tell();
  expect(await rowsOf(b)).toMatchObject([
    { state: 'waiting', fault: expect.stringContaining('cus_nobody') },
  ]);
  const [doubt] = await world.database.query<{ doubted: boolean }>(
    'select doubted_at is not null as doubted from control.stripe_usage where tenant_id = $1',
    [b.tenantId],
  );
  expect(doubt).toEqual({ doubted: false });
});

it('what is older than Stripe takes is not told, and says why', async () => {
  const a = await stage.tenant(40 * 24);
  await stage.seal(a, { hoursAgo: 35 * 24, quantity: 11 });
  await stage.enter();
  await tell();
  expect(await rowsOf(a)).toEqual([
    { state: 'refused', fault: 'Stripe takes nothing older than 35 days.' },
  ]);
});
