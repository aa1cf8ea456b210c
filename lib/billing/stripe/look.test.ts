import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteSeen } from '@/db/billing/stripe-kept';
import { log } from '@/lib/log';
import { lookAtSubscriptions } from './look';
import { seenOf } from './seen';
import { openStripeStage } from './testing/stage';
import { hand, openToldStage, type Payer, type ToldStage } from './testing/told';

let stage: ToldStage;
beforeAll(async () => {
  log.level = 'silent';
  stage = await openToldStage();
});
afterAll(() => stage.end());

const look = (sdk = stage.stripe.sdk) => lookAtSubscriptions(stage.world.database.servers, { sdk });
const query = <T extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  stage.world.database.query<T>(text, values);
const statusOf = async ({ tenant }: Payer) =>
  (
    await query<{ status: string }>(
      'select status from control.stripe_subscriptions where tenant_id = $1',
      [tenant.tenantId],
    )
  )[0]?.status;
const lookOf = async ({ customer }: Payer) =>
  (
    await query<{ tries: number; fault: string | null; due: boolean }>(
      'select tries, fault, next_at <= now() as due from control.stripe_looks where customer = $1',
      [customer],
    )
  )[0];

it('what never arrived is found, by the next look', async () => {
  const payer = await stage.payer();
  await stage.subscribe(payer);
  stage.events();
  expect(await look()).toBeGreaterThan(0);
  expect(await stage.stateOf(payer.ours)).toBe('signed');
  expect(await look()).toBe(0);
  await stage.payBy(payer, 'pm_card_chargeCustomerFail');
  await stage.goTo(payer, 50);
  stage.events();
  expect(await look()).toBe(0);
  await query(`update control.stripe_looks set next_at = now() where customer = $1`, [
    payer.customer,
  ]);
  expect(await look()).toBe(1);
  expect(await stage.stateOf(payer.ours)).toBe('suspended');
  const mails = await query(`select 1 from control.mails where tenant_id = $1 and kind = 'plan'`, [
    payer.tenant.tenantId,
  ]);
  expect(mails).toHaveLength(1);
});

it('whoever went to pay is looked at soon, whoever else once a day', async () => {
  const payer = await stage.payer();
  await look();
  expect(await look()).toBe(0);
  await query(`update control.stripe_looks set looked_at = now() - interval '6 minutes'`);
  await stage.subscribe(payer);
  expect(await look()).toBe(1);
  expect(await stage.stateOf(payer.ours)).toBe('signed');
  const [next] = await query<{ hours: number }>(
    `select extract(epoch from next_at - now()) / 3600 as hours from control.stripe_looks where customer = $1`,
    [payer.customer],
  );
  expect(Number(next?.hours)).toBeGreaterThan(20);
  expect(Number(next?.hours)).toBeLessThanOrEqual(24);
});

it('two events of one second that differ are settled by a look', async () => {
  const payer = await stage.payer();
  const there = await stage.subscribe(payer);
  for (const event of stage.events()) await hand(event);
  await look();
  const { sdk } = stage.stripe;
  await sdk.subscriptions.update(there.id, { cancel_at_period_end: true });
  await sdk.subscriptions.update(there.id, { cancel_at_period_end: false });
  for (const event of stage.events().toReversed()) await hand(event);
  await query(
    `update control.stripe_looks set next_at = now() where next_at < now() + interval '1 minute'`,
  );
  expect(await look()).toBe(1);
  const [row] = await query(
    'select cancel_at from control.stripe_subscriptions where tenant_id = $1',
    [payer.tenant.tenantId],
  );
  expect(row).toEqual({ cancel_at: null });
});

it('an event that was kept for nobody takes effect once somebody is known', async () => {
  const payer = await stage.payer();
  await look();
  const known =
    'select tenant_id, id, account, customer from control.stripe_customers where customer = $1';
  const [row] = await query<{ tenant_id: string; id: string }>(known, [payer.customer]);
  await query('delete from control.stripe_customers where customer = $1', [payer.customer]);
  await stage.subscribe(payer);
  for (const event of stage.events()) await hand(event);
  expect(await look()).toBe(0);
  await query(
    `insert into control.stripe_customers (tenant_id, id, account, customer) values ($1, $2, 'one', $3)`,
    [row?.tenant_id, row?.id, payer.customer],
  );
  expect(await look()).toBe(1);
  expect(await stage.stateOf(payer.ours)).toBe('signed');
});

it('an account that does not know the customer changes nothing', async () => {
  const payer = await stage.payer();
  await stage.subscribe(payer);
  for (const event of stage.events()) await hand(event);
  const other = await openStripeStage();
  await query('update control.stripe_looks set next_at = now()');
  await look(other.sdk);
  await other.end();
  expect(await stage.stateOf(payer.ours)).toBe('signed');
  expect(await statusOf(payer)).toBe('active');
});

it('what this customer has not, or not any more, is over', async () => {
  const [payer, other] = [await stage.payer(), await stage.payer()];
  const there = await stage.subscribe(payer);
  const theirs = await stage.subscribe(other);
  for (const event of stage.events()) await hand(event);
  stage.stripe.server.local.store.remove('subscription', there.id);
  for (const strange of ['sub_of_nobody', theirs.id]) {
    await query(
      `update control.stripe_subscriptions set stripe_id = $2, status = 'canceled',
      carried = 'signed', look_at = now() where tenant_id = $1`,
      [payer.tenant.tenantId, strange],
    );
    await query(`update control.subscriptions set state = 'signed' where id = $1`, [payer.ours]);
    await query('update control.stripe_looks set next_at = now()');
    await look();
    expect(await stage.stateOf(payer.ours)).toBe('unsigned');
  }
  expect(await stage.stateOf(other.ours)).toBe('signed');
  const account = `update control.stripe_subscriptions set stripe_id = 'sub_x', account = 'other'
    where tenant_id = $1`;
  await query(account, [other.tenant.tenantId]);
  await query('update control.stripe_looks set next_at = now()');
  await look();
  expect(await stage.stateOf(other.ours)).toBe('signed');
});

it('what was read before something was changed there does not put the old back', async () => {
  const payer = await stage.payer();
  const there = await stage.subscribe(payer);
  for (const event of stage.events()) await hand(event);
  await query('update control.stripe_looks set next_at = now()');
  await look();
  const { servers } = stage.world.database;
  await query('update control.stripe_looks set next_at = now() where customer = $1', [
    payer.customer,
  ]);
  const { sdk } = stage.stripe;
  const slow = stage.stripe.sdkWith({ maxNetworkRetries: 0 });
  const list = slow.subscriptions.list.bind(slow.subscriptions);
  const rows: { ends: boolean }[][] = [];
  const row = () =>
    query<{ ends: boolean }>(
      'select cancel_at is not null as ends from control.stripe_subscriptions where tenant_id = $1',
      [payer.tenant.tenantId],
    );
  // The subscription is read by now; it is changed, and noted, before that is taken.
  slow.subscriptions.list = ((params: Parameters<typeof list>[0]) => {
    const found = list(params);
    const toArray = found.autoPagingToArray.bind(found);
    found.autoPagingToArray = (async (options: Parameters<typeof toArray>[0]) => {
      const read = await toArray(options);
      rows.push(await row());
      if (rows.length === 1) {
        const after = await sdk.subscriptions.update(there.id, { cancel_at_period_end: true });
        await noteSeen(servers, seenOf(payer.tenant.tenantId, after));
      }
      return read;
    }) as typeof toArray;
    return found;
  }) as typeof list;
  await look(slow);
  await look(slow);
  // It is read again with the next round, and meanwhile what was noted stood.
  expect(rows.map(([one]) => one?.ends)).toEqual([false, true]);
});

it('what cannot be read is named, and the rest is taken', async () => {
  const payer = await stage.payer();
  await stage.subscribe(payer);
  stage.events();
  const { store } = stage.stripe.server.local;
  const invoice = store.all('invoice').find(({ customer }) => customer === payer.customer);
  store.put({ ...invoice, currency: 'strange' } as never);
  await query('update control.stripe_looks set next_at = now()');
  await look();
  expect(await stage.stateOf(payer.ours)).toBe('signed');
  expect(await lookOf(payer)).toMatchObject({ due: false, tries: 0 });
  expect((await lookOf(payer))?.fault).toContain(invoice?.id);
});

it('a Stripe that does not answer is asked again later, and nobody is in a hurry', async () => {
  const payer = await stage.payer();
  stage.stripe.server.local.faults.hang = 1;
  await look(stage.stripe.sdkWith({ maxNetworkRetries: 0, timeout: 200 }));
  expect(await lookOf(payer)).toMatchObject({ tries: 1, due: false });
  await query('update control.stripe_looks set next_at = now() where customer = $1', [
    payer.customer,
  ]);
  await look();
  expect(await lookOf(payer)).toMatchObject({ tries: 0, fault: null });
});

it('of a customer who was deleted, what they had is seen to be over', async () => {
  const payer = await stage.payer();
  await stage.subscribe(payer);
  for (const event of stage.events()) await hand(event);
  await stage.stripe.sdk.customers.del(payer.customer);
  stage.events();
  await query('update control.stripe_looks set next_at = now()');
  await look();
  expect(await stage.stateOf(payer.ours)).toBe('unsigned');
});

it('what came in while Stripe was read is not written over', async () => {
  const payer = await stage.payer();
  const there = await stage.subscribe(payer);
  for (const event of stage.events()) await hand(event);
  const { sdk, server } = stage.stripe;
  const known = { ...server.local.store.find('subscription', there.id) };
  await sdk.subscriptions.cancel(there.id);
  const late = stage.events();
  // What is read is as it was before; the event comes before that is written down.
  server.local.store.put(known as never);
  const slow = stage.stripe.sdkWith({ maxNetworkRetries: 0 });
  const list = slow.subscriptions.list.bind(slow.subscriptions);
  slow.subscriptions.list = ((params: Parameters<typeof list>[0]) => {
    const found = list(params);
    const toArray = found.autoPagingToArray.bind(found);
    found.autoPagingToArray = (async (options: Parameters<typeof toArray>[0]) => {
      for (const event of late) await hand(event);
      return await toArray(options);
    }) as typeof toArray;
    return found;
  }) as typeof list;
  await query('update control.stripe_looks set next_at = now() where customer = $1', [
    payer.customer,
  ]);
  await look(slow);
  expect(await stage.stateOf(payer.ours)).toBe('unsigned');
  expect(await statusOf(payer)).toBe('canceled');
});
