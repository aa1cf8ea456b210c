import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStripeStage, type StripeStage } from '../testing/stage';
import { act } from './acts';

const day = 86_400;
const begin = Date.UTC(2027, 0, 31) / 1000;

let stage: StripeStage;
let sdk: Stripe;
let clock: string;
let customer: string;
beforeEach(async () => {
  stage = await openStripeStage();
  sdk = stage.sdk;
  clock = (await sdk.testHelpers.testClocks.create({ frozen_time: begin })).id;
  customer = (await sdk.customers.create({ test_clock: clock })).id;
  await payBy('pm_card_visa');
});
afterEach(() => stage.end());

const payBy = (method: string) =>
  sdk.customers.update(customer, { invoice_settings: { default_payment_method: method } });
const goTo = (at: number) => sdk.testHelpers.testClocks.advance(clock, { frozen_time: at });
const meteredBy = (meter: string) => ({ interval: 'month', usage_type: 'metered', meter }) as const;

async function price(params: Partial<Stripe.PriceCreateParams>) {
  const { id } = await sdk.products.create({ name: 'Team' });
  const recurring = { interval: 'month' } as const;
  return (await sdk.prices.create({ product: id, currency: 'eur', recurring, ...params })).id;
}

const look = async (id: string) => {
  const found = await sdk.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
  const { total, status } = found.latest_invoice as Stripe.Invoice;
  return { status: found.status, invoice: status, total };
};

describe('a subscription', () => {
  it('is paid ahead, by seats in steps, and what was used in arrears', async () => {
    const meter = await sdk.billing.meters.create({
      ...{ display_name: 'Calls', event_name: 'calls', default_aggregation: { formula: 'sum' } },
    });
    const flat = await price({ unit_amount: 4_900 });
    const seat = await price({
      ...{ billing_scheme: 'tiered', tiers_mode: 'graduated' },
      tiers: [
        { up_to: 20, unit_amount: 0 },
        { up_to: 'inf', unit_amount: 200 },
      ],
    });
    const calls = await price({
      ...{ unit_amount: 5, recurring: meteredBy(meter.id) },
      transform_quantity: { divide_by: 1_000, round: 'up' },
    });
    const items = [{ price: flat }, { price: seat, quantity: 23 }, { price: calls }];
    const { id } = await sdk.subscriptions.create({ customer, items });
    expect(await look(id)).toEqual({ status: 'active', invoice: 'paid', total: 5_500 });
    await goTo(begin + 10 * day);
    for (const value of ['1000', '1']) {
      await sdk.billing.meterEvents.create({
        ...{ event_name: 'calls', payload: { stripe_customer_id: customer, value } },
      });
    }
    // From 31 January the next period begins on 28 February.
    await goTo(Date.UTC(2027, 1, 28) / 1000);
    expect(await look(id)).toEqual({ status: 'active', invoice: 'paid', total: 5_510 });
    const { items: after } = await sdk.subscriptions.retrieve(id);
    expect(after.data[0]?.current_period_end).toBe(Date.UTC(2027, 2, 31) / 1000);
  });

  it('that cannot be paid is past due, then unpaid, and active once it is', async () => {
    const { id } = await sdk.subscriptions.create({
      ...{ customer, items: [{ price: await price({ unit_amount: 1_000 }) }] },
    });
    await payBy('pm_card_chargeCustomerFail');
    await goTo(begin + 29 * day);
    expect(await look(id)).toMatchObject({ status: 'past_due', invoice: 'open' });
    await goTo(begin + 29 * day + 16 * day);
    expect(await look(id)).toMatchObject({ status: 'unpaid' });
    await payBy('pm_card_visa');
    const { data } = await sdk.invoices.list({ customer, status: 'open' });
    for (const invoice of data) await sdk.invoices.pay(invoice.id ?? '');
    expect(await look(id)).toEqual({ status: 'active', invoice: 'paid', total: 1_000 });
  });

  it('whose first payment fails is incomplete, and expires', async () => {
    await payBy('pm_card_chargeCustomerFail');
    const items = [{ price: await price({ unit_amount: 1_000 }) }];
    const { id } = await sdk.subscriptions.create({ customer, items });
    expect(await look(id)).toMatchObject({ status: 'incomplete' });
    await goTo(begin + day);
    expect(await look(id)).toMatchObject({ status: 'incomplete_expired' });
  });

  it('is free while it is tried out, then paid', async () => {
    const items = [{ price: await price({ unit_amount: 1_000 }) }];
    const wish = { customer, items, trial_period_days: 14 };
    const { id } = await sdk.subscriptions.create(wish);
    expect(await look(id)).toEqual({ status: 'trialing', invoice: 'paid', total: 0 });
    await goTo(begin + 14 * day);
    expect(await look(id)).toEqual({ status: 'active', invoice: 'paid', total: 1_000 });
  });

  it('with more seats sets off the rest of the period', async () => {
    const items = [{ price: await price({ unit_amount: 3_100 }), quantity: 1 }];
    const before = await sdk.subscriptions.create({ customer, items });
    const [item] = before.items.data;
    await goTo(begin + 14 * day);
    await sdk.subscriptions.update(before.id, {
      ...{ items: [{ id: item?.id, quantity: 3 }], proration_behavior: 'always_invoice' },
    });
    // Half of 28 days, for two more.
    expect(await look(before.id)).toEqual({ status: 'active', invoice: 'paid', total: 3_100 });
  });

  it('previews a change as it then comes, and keeps nothing of the preview', async () => {
    const items = [{ price: await price({ unit_amount: 3_100 }), quantity: 1 }];
    const { id, items: before } = await sdk.subscriptions.create({ customer, items });
    await goTo(begin + 14 * day);
    const change = [
      { id: before.data[0]?.id ?? '', quantity: 2 },
      { price: await price({ unit_amount: 1_000 }), quantity: 1 },
    ];
    const preview = await sdk.invoices.createPreview({
      ...{ subscription: id, subscription_details: { items: change } },
    });
    // Half of the period for one more and for what is new, and then a whole one of all.
    expect(preview.total).toBe(1_550 + 500 + 7_200);
    expect((await sdk.invoices.list({ customer })).data).toHaveLength(1);
    await sdk.subscriptions.update(id, { items: change });
    expect((await sdk.invoices.createPreview({ subscription: id })).total).toBe(preview.total);
    await goTo(begin + 28 * day);
    expect(await look(id)).toEqual({ status: 'active', invoice: 'paid', total: preview.total });
  });

  it('of another interval begins anew at once, and what is left over is a credit', async () => {
    const yearly = await price({ unit_amount: 12_000, recurring: { interval: 'year' } });
    const monthly = await price({ unit_amount: 1_000 });
    const { id, items } = await sdk.subscriptions.create({ customer, items: [{ price: yearly }] });
    const change = [{ id: items.data[0]?.id ?? '', price: monthly }];
    await sdk.subscriptions.update(id, { items: change });
    expect(await look(id)).toMatchObject({ invoice: 'paid', total: -11_000 });
    await goTo(begin + 28 * day);
    const { data } = await sdk.invoices.list({ customer, limit: 1 });
    expect(data).toMatchObject([{ total: 1_000, amount_due: 0, ending_balance: -10_000 }]);
  });

  it('is not changed where the payment for that fails, if so asked', async () => {
    const yearly = await price({ unit_amount: 12_000, recurring: { interval: 'year' } });
    const monthly = await price({ unit_amount: 1_000 });
    const { id, items } = await sdk.subscriptions.create({ customer, items: [{ price: monthly }] });
    await payBy('pm_card_chargeCustomerFail');
    const change = [{ id: items.data[0]?.id ?? '', price: yearly }];
    await expect(
      sdk.subscriptions.update(id, { items: change, payment_behavior: 'error_if_incomplete' }),
    ).rejects.toMatchObject({ type: 'StripeCardError', statusCode: 402 });
    expect(await look(id)).toEqual({ status: 'active', invoice: 'paid', total: 1_000 });
  });

  it('that is paused asks for nothing', async () => {
    const items = [{ price: await price({ unit_amount: 1_000 }) }];
    const { id } = await sdk.subscriptions.create({ customer, items });
    await sdk.subscriptions.update(id, { pause_collection: { behavior: 'void' } });
    await goTo(begin + 28 * day);
    expect(await look(id)).toMatchObject({ status: 'active', invoice: 'void' });
    await sdk.subscriptions.update(id, { pause_collection: '' });
    await goTo(begin + 59 * day);
    expect(await look(id)).toMatchObject({ status: 'active', invoice: 'paid' });
  });

  it('ends with its period, or at once, and stays ended', async () => {
    const items = [{ price: await price({ unit_amount: 1_000 }) }];
    const later = await sdk.subscriptions.create({ customer, items });
    const now = await sdk.subscriptions.create({ customer, items });
    await sdk.subscriptions.update(later.id, { cancel_at_period_end: true });
    await sdk.subscriptions.cancel(now.id);
    expect([await look(later.id), await look(now.id)]).toMatchObject([
      { status: 'active' },
      { status: 'canceled' },
    ]);
    await goTo(begin + 40 * day);
    expect(await look(later.id)).toMatchObject({ status: 'canceled' });
    await expect(sdk.subscriptions.update(now.id, {})).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('a checkout', () => {
  const open = async () =>
    await sdk.checkout.sessions.create({
      ...{ mode: 'subscription', customer, success_url: 'http://127.0.0.1/{CHECKOUT_SESSION_ID}' },
      ...{ cancel_url: 'http://127.0.0.1/back', subscription_data: { metadata: { of: 'test' } } },
      line_items: [{ price: await price({ unit_amount: 1_000 }), quantity: 1 }],
    });

  it('shows what it is for, and signs it once', async () => {
    const session = await open();
    const page = await (await fetch(session.url ?? '')).text();
    expect(page).toContain('€10.00');
    const shown = act(stage.server.local, `/pay/${session.id}/works`);
    expect(shown).toEqual({ to: `http://127.0.0.1/${session.id}` });
    const done = await sdk.checkout.sessions.retrieve(session.id, { expand: ['subscription'] });
    expect(done).toMatchObject({
      ...{ status: 'complete', payment_status: 'paid' },
      subscription: { status: 'active', metadata: { of: 'test' } },
    });
    expect(() => act(stage.server.local, `/pay/${session.id}/works`)).toThrow('complete');
  });

  it('that is refused, or left, signs nothing', async () => {
    const session = await open();
    expect(act(stage.server.local, `/pay/${session.id}/refused`)).toHaveProperty('html');
    expect(act(stage.server.local, `/pay/${session.id}/back`)).toEqual({
      to: 'http://127.0.0.1/back',
    });
    expect((await sdk.subscriptions.list({ customer })).data).toEqual([]);
  });
});

describe('use that is told of', () => {
  it('is summed up by the hour, once for each name, and only near its time', async () => {
    const { id } = await sdk.billing.meters.create({
      ...{ display_name: 'Calls', event_name: 'calls', default_aggregation: { formula: 'sum' } },
    });
    const send = (identifier: string, timestamp: number, value = '2') =>
      sdk.billing.meterEvents.create({
        ...{ event_name: 'calls', identifier, timestamp },
        payload: { stripe_customer_id: customer, value },
      });
    await send('one', begin - 3_600);
    await send('two', begin - 60);
    await send('three', begin);
    await expect(send('one', begin)).rejects.toMatchObject({ code: 'duplicate_meter_event' });
    await expect(send('old', begin - 36 * day)).rejects.toMatchObject({ param: 'timestamp' });
    await expect(send('early', begin + 301)).rejects.toMatchObject({ param: 'timestamp' });
    await expect(send('part', begin, '1.5')).rejects.toMatchObject({ param: 'payload[value]' });
    const { data } = await sdk.billing.meters.listEventSummaries(id, {
      ...{ customer, start_time: begin - 7_200, end_time: begin + 3_600 },
      value_grouping_window: 'hour',
    });
    expect(data.map(({ aggregated_value: value }) => value)).toEqual([2, 4]);
  });
});
