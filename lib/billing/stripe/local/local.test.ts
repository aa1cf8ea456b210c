import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openStripeStage, type StripeStage } from '../testing/stage';
import { handlers } from './handlers';
import generated from './requests.generated.json';

let stage: StripeStage;
let sdk: Stripe;
beforeEach(async () => {
  stage = await openStripeStage();
  sdk = stage.sdk;
});
afterEach(() => stage.end());

const product = () => sdk.products.create({ name: 'Team' });

describe('a request', () => {
  it('is answered for each operation that a type of the SDK was read for', () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(generated.requests).sort());
  });

  it('with a field that Stripe does not know is refused', async () => {
    const params = { name: 'Team', colour: 'red' } as Stripe.ProductCreateParams;
    await expect(sdk.products.create(params)).rejects.toMatchObject({
      ...{ statusCode: 400, code: 'parameter_unknown', param: 'colour' },
    });
  });

  it.each([
    [{ currency: 'eur', unit_amount: 'many' }, 'unit_amount'],
    [{ currency: 'eur', unit_amount: 100, billing_scheme: 'by_ear' }, 'billing_scheme'],
    [
      { currency: 'eur', unit_amount: 100, recurring: { interval: 'fortnight' } },
      'recurring[interval]',
    ],
    [{ currency: 'euros', unit_amount: 100 }, 'currency'],
    [{ unit_amount: 100 }, 'currency'],
    [{ currency: 'eur' }, 'unit_amount'],
  ])('for a price of %j is refused because of %s', async (params, param) => {
    const { id } = await product();
    const asked = sdk.prices.create({ product: id, ...params } as Stripe.PriceCreateParams);
    await expect(asked).rejects.toMatchObject({ statusCode: 400, param });
  });

  it('that names an open choice of the SDK wrongly is refused as Stripe would', async () => {
    const { id } = await sdk.customers.create({});
    const price = await monthly(1_000);
    const wish = { customer: id, items: [{ price: price.id }], proration_behavior: 'sometimes' };
    await expect(
      sdk.subscriptions.create(wish as Stripe.SubscriptionCreateParams),
    ).rejects.toMatchObject({ param: 'proration_behavior' });
  });

  it('of a stranger, and one to nowhere, are refused', async () => {
    await expect(sdk.products.create({ name: 'X' }, { apiKey: 'wrong' })).rejects.toMatchObject({
      statusCode: 401,
    });
    await expect(sdk.coupons.list()).rejects.toMatchObject({ statusCode: 404 });
    await expect(sdk.customers.retrieve('cus_none')).rejects.toMatchObject({
      ...{ statusCode: 404, code: 'resource_missing' },
    });
  });

  it('with a key is carried out once, and the key serves for nothing else', async () => {
    const idempotencyKey = 'the-same';
    const one = await sdk.products.create({ name: 'Team' }, { idempotencyKey });
    const other = await sdk.products.create({ name: 'Team' }, { idempotencyKey });
    expect(other.id).toBe(one.id);
    await expect(sdk.products.create({ name: 'Firm' }, { idempotencyKey })).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
    expect((await sdk.products.list()).data).toHaveLength(1);
  });

  it('whose answer is lost is sent again by the SDK and has one effect', async () => {
    stage.server.local.faults.loseAnswer = 1;
    const made = await stage.sdkWith({ maxNetworkRetries: 2 }).products.create({ name: 'Team' });
    expect((await sdk.products.list()).data.map(({ id }) => id)).toEqual([made.id]);
  });

  it('that hangs is given up by the SDK and has no effect', async () => {
    stage.server.local.faults.hang = 1;
    const impatient = stage.sdkWith({ maxNetworkRetries: 0, timeout: 300 });
    await expect(impatient.products.create({ name: 'Team' })).rejects.toMatchObject({
      type: 'StripeConnectionError',
    });
    expect((await sdk.products.list()).data).toEqual([]);
  });
});

async function monthly(amount: number, more: Partial<Stripe.PriceCreateParams> = {}) {
  const { id } = await product();
  const params = {
    currency: 'eur',
    unit_amount: amount,
    recurring: { interval: 'month' },
  } as const;
  return await sdk.prices.create({ product: id, ...params, ...more });
}

/** Of an invoice that was paid; nothing is credited twice, nor more than was paid. */
async function creditNote(customer: string, price: string) {
  await sdk.customers.update(customer, {
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const paid = await sdk.subscriptions.create({ customer, items: [{ price }] });
  const wish = { invoice: String(paid.latest_invoice), amount: 1_000, refund_amount: 1_000 };
  await expect(sdk.creditNotes.create({ ...wish, refund_amount: 999 })).rejects.toThrow(/sum/);
  const note = await sdk.creditNotes.create(wish);
  await expect(sdk.creditNotes.create(wish)).rejects.toThrow(/left/);
  return note;
}

describe('what is kept', () => {
  it('has every field that its type in the SDK says is there', async () => {
    const clock = await sdk.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 });
    const customer = await sdk.customers.create({ email: 'a@example.com', test_clock: clock.id });
    const price = await monthly(1_000);
    const urls = { success_url: 'http://127.0.0.1/', cancel_url: 'http://127.0.0.1/' };
    const meter = await sdk.billing.meters.create({
      ...{ display_name: 'Calls', event_name: 'calls', default_aggregation: { formula: 'sum' } },
    });
    const subscription = await sdk.subscriptions.create({
      ...{ customer: customer.id, items: [{ price: price.id, quantity: 2 }] },
      ...{ trial_period_days: 5, expand: ['latest_invoice'] },
    });
    const invoice = subscription.latest_invoice as Stripe.Invoice;
    const things: object[] = [
      ...[clock, customer, price, meter, subscription, invoice],
      await sdk.products.retrieve(String(price.product)),
      subscription.items.data[0] ?? {},
      await sdk.checkout.sessions.create({
        ...{ mode: 'subscription', customer: customer.id, ...urls },
        line_items: [{ price: price.id, quantity: 1 }],
      }),
      await creditNote(customer.id, price.id),
      await sdk.billingPortal.sessions.create({ customer: customer.id }),
      await sdk.webhookEndpoints.create({ url: 'http://127.0.0.1:1/', enabled_events: ['*'] }),
      await sdk.billing.meterEvents.create({
        event_name: 'calls',
        payload: { stripe_customer_id: customer.id, value: '3' },
      }),
    ];
    const lacking = things.flatMap((thing) => {
      const { object } = thing as { object: keyof typeof generated.objects };
      const { nullable, filled } = generated.objects[object];
      const gone = filled.filter((name) => (thing as Record<string, unknown>)[name] == null);
      const unsaid = nullable.filter((name) => !(name in thing));
      return [...gone, ...unsaid].map((name) => `${object}.${name}`);
    });
    expect(lacking).toEqual([]);
  });

  it('is there after a restart, with the answers to keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-stripe-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'stripe', 'journal.jsonl');
    const first = await openStripeStage({ path });
    const made = await first.sdk.products.create({ name: 'Team' }, { idempotencyKey: 'one' });
    await first.end();
    const second = await openStripeStage({ path });
    onTestFinished(() => second.end());
    const again = await second.sdk.products.create({ name: 'Team' }, { idempotencyKey: 'one' });
    expect(again.id).toBe(made.id);
    expect((await second.sdk.products.list()).data).toHaveLength(1);
  });

  it('is listed newest first, page by page', async () => {
    const made = [];
    for (let n = 0; n < 7; n += 1) made.push((await product()).id);
    const listed = [];
    for await (const one of sdk.products.list({ limit: 3 })) listed.push(one.id);
    expect(listed).toEqual(made.reverse());
  });
});
