import type Stripe from 'stripe';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { log } from '@/lib/log';
import { subscriptionsProcedures as subscriptions } from '@/lib/platform/subscriptions/procedures';
import { planProcedures as plan } from '../../procedures';
import { handAll, openToldStage, type Payer, type ToldStage } from '../testing/told';
import { readInvoice, readSubscription } from './read';

let stage: ToldStage;
beforeAll(async () => {
  log.level = 'silent';
  stage = await openToldStage();
});
afterAll(() => stage.end());

const mailsOf = async ({ tenant }: Payer) =>
  (
    await stage.world.database.query(
      `select 1 from control.mails where tenant_id = $1 and kind = 'plan'`,
      [tenant.tenantId],
    )
  ).length;
const unpaidOf = async ({ admin }: Payer) => (await invoke(plan.notices, {}, admin.call())).unpaid;

it('a draft that nobody heard of and that is deleted is not shown', async () => {
  const payer = await stage.paying();
  const { store } = stage.stripe.server.local;
  const event = store.all('event').findLast(({ type }) => type === 'invoice.created');
  const { object } = (event?.data ?? {}) as { object?: Record<string, unknown> };
  const draft = { ...object, id: 'in_draft', customer: payer.customer };
  await handAll([{ ...event, id: 'evt_draft', type: 'invoice.deleted', data: { object: draft } }]);
  const rows = await stage.world.database.query(
    `select 1 from control.stripe_invoices where stripe_id = 'in_draft'`,
  );
  expect(rows).toEqual([]);
});

describe('letters', () => {
  it('tell of each try that failed once, and a notice stands until it is paid', async () => {
    const payer = await stage.paying();
    await stage.payBy(payer, 'pm_card_chargeCustomerFail');
    await stage.goTo(payer, 31);
    const first = stage.events();
    await handAll([...first, ...first]);
    // The same, once more, under another name.
    await handAll(first.map((event) => ({ ...event, id: `${event.id}x` })));
    expect(await mailsOf(payer)).toBe(1);
    expect(await unpaidOf(payer)).toMatchObject({ amountRemaining: 4_900, currency: 'eur' });
    expect((await unpaidOf(payer))?.nextTryAt).toEqual(new Date(Date.UTC(2027, 1, 4)));
    await stage.goTo(payer, 35);
    await stage.catchUp();
    expect(await mailsOf(payer)).toBe(2);
    await stage.payBy(payer, 'pm_card_visa');
    await stage.goTo(payer, 40);
    await stage.catchUp();
    expect(await unpaidOf(payer)).toBeNull();
    expect(await mailsOf(payer)).toBe(2);
    const weak = await stage.world.member(payer.tenant, 'basic');
    await expect(invoke(plan.notices, {}, weak.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('tell of no failure while money is on its way', async () => {
    const payer = await stage.paying();
    await stage.payBy(payer, 'pm_card_chargeCustomerFail');
    await stage.goTo(payer, 31);
    const events = stage.events().filter(({ type }) => type.startsWith('invoice.'));
    const failed = events.filter(({ type }) => type === 'invoice.payment_failed');
    // A payment that takes days is a try too, and Stripe says of the invoice that it is open.
    const rest = failed.map((event) => ({ ...event, id: `${event.id}y`, type: 'invoice.updated' }));
    await handAll([...events.filter((event) => !failed.includes(event)), ...rest]);
    expect(await mailsOf(payer)).toBe(0);
    expect(await unpaidOf(payer)).toBeNull();
    const look = async (status: 'active' | 'past_due') => {
      const there = await stage.stripe.sdk.subscriptions.retrieve(payer.there.id);
      const soon = new Date(Date.now() + 60_000);
      const input = {
        ...{ customer: payer.customer, inDoubt: false },
        word: { kind: 'look', begunAt: soon, knownAt: new Date(Date.UTC(2027, 2, 1)) },
        subscriptions: [readSubscription({ ...there, status })],
        invoices: failed.map(({ data }) => readInvoice(data.object as Stripe.Invoice)),
      };
      const { tenantId } = payer.tenant;
      const job = { tenantId, plane: 'control', outboxId: uuidv7(), job: 'plan.hear' } as const;
      await runJob({ ...job, input });
    };
    await look('active');
    expect(await mailsOf(payer)).toBe(0);
    await look('past_due');
    expect(await mailsOf(payer)).toBe(1);
    expect(await unpaidOf(payer)).toMatchObject({ amountRemaining: 4_900 });
    await handAll(failed);
    expect(await mailsOf(payer)).toBe(1);
  });

  it('tell once that a trial ends soon', async () => {
    const payer = await stage.payer();
    await stage.subscribe(payer, { trial_period_days: 14 });
    await stage.catchUp();
    expect(await stage.stateOf(payer.ours)).toBe('signed');
    expect(await mailsOf(payer)).toBe(0);
    await stage.goTo(payer, 12);
    const events = stage.events();
    await handAll([...events, ...events.map((event) => ({ ...event, id: `${event.id}x` }))]);
    expect(await mailsOf(payer)).toBe(1);
  });
});

describe('invoices', () => {
  it('are listed in pages, newest first, to those who may choose the plan', async () => {
    const payer = await stage.paying();
    await stage.goTo(payer, 100);
    await stage.catchUp();
    const list = (input: { cursor?: string; size?: number }) =>
      invoke(plan.invoices, input, payer.admin.call());
    const { invoices, older } = await list({});
    expect(older).toBeNull();
    expect(invoices.map(({ status, total }) => [status, total])).toEqual(
      Array.from({ length: 4 }, () => ['paid', 4_900]),
    );
    expect(invoices[0]?.pageUrl).toBeNull();
    expect(invoices[3]).toMatchObject({
      ...{ periodStart: new Date(Date.UTC(2027, 0, 1)), periodEnd: new Date(Date.UTC(2027, 1, 1)) },
    });
    const first = await list({ size: 3 });
    const second = await list({ size: 3, cursor: first.older ?? '' });
    expect([...first.invoices, ...second.invoices]).toEqual(invoices);
    const byStaffs = await invoke(
      subscriptions.invoices,
      { id: payer.tenant.tenantId },
      stage.asStaff(),
    );
    expect(byStaffs.invoices).toEqual(invoices);
    const other = await stage.payer();
    const cursor = invoices[0]?.id ?? '';
    await expect(invoke(plan.invoices, { cursor }, other.admin.call())).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await invoke(plan.invoices, {}, other.admin.call())).invoices).toEqual([]);
    const weak = await stage.world.member(payer.tenant, 'basic');
    await expect(invoke(plan.invoices, {}, weak.call())).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('become void or are given up, and stay so', async () => {
    const [one, other] = [await stage.paying(), await stage.paying()];
    await stage.failUntil(one, 32);
    await stage.failUntil(other, 32);
    const { sdk } = stage.stripe;
    const openOf = async ({ customer }: Payer) =>
      (await sdk.invoices.list({ customer, status: 'open' })).data[0]?.id ?? '';
    await sdk.invoices.voidInvoice(await openOf(one));
    await sdk.invoices.markUncollectible(await openOf(other));
    const events = stage.events();
    await handAll(events.toReversed());
    const statusOf = async ({ admin }: Payer) =>
      (await invoke(plan.invoices, {}, admin.call())).invoices[0]?.status;
    expect(await statusOf(one)).toBe('void');
    expect(await statusOf(other)).toBe('uncollectible');
    expect([await unpaidOf(one), await unpaidOf(other)]).toEqual([null, null]);
  });
});
