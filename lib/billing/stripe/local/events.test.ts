import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStripeStage, type StripeStage } from '../testing/stage';
import { openLocalStripe } from './serve';

let stage: StripeStage;
let sdk: Stripe;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let secret: string;
beforeEach(async () => {
  stage = await openStripeStage();
  sdk = stage.sdk;
  receiver = await openReceiver();
  const endpoint = await sdk.webhookEndpoints.create({ url: receiver.url, enabled_events: ['*'] });
  secret = endpoint.secret ?? '';
});
afterEach(async () => {
  await Promise.all([stage.end(), receiver.close()]);
});

async function openReceiver() {
  const got: { body: string; signature: string; host: string }[] = [];
  const mood = { status: 200 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { host = '', 'stripe-signature': signature } = request.headers;
      got.push({ body, host, signature: String(signature) });
      response.writeHead(mood.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((done) => server.close(done));
  return { got, mood, url: `http://127.0.0.1:${port}/`, close };
}

const names = () => receiver.got.map(({ body }) => (JSON.parse(body) as { type: string }).type);

it('events are signed so that the SDK takes them, and only as they were sent', async () => {
  await sdk.products.create({ name: 'Team' });
  await stage.server.deliver();
  const [{ body, signature } = { body: '', signature: '' }] = receiver.got;
  expect(sdk.webhooks.constructEvent(body, signature, secret)).toMatchObject({
    ...{ type: 'product.created', data: { object: { name: 'Team' } } },
  });
  const changed = body.replace('Team', 'Firm');
  expect(() => sdk.webhooks.constructEvent(changed, signature, secret)).toThrow();
});

it('an event that is not taken is sent again', async () => {
  receiver.mood.status = 500;
  await sdk.products.create({ name: 'Team' });
  await stage.server.deliver();
  expect(await stage.server.deliver()).toBe(0);
  receiver.mood.status = 200;
  for (const one of stage.server.local.store.all('delivery')) {
    stage.server.local.store.put({ ...one, nextAt: 0 });
  }
  await stage.server.deliver();
  expect(names()).toEqual(['product.created', 'product.created']);
  expect(stage.server.local.store.all('delivery')).toEqual([]);
});

it('events are held, repeated and put in another order on demand', async () => {
  const say = (faults: object) =>
    fetch(`${stage.server.url}/faults`, { method: 'POST', body: JSON.stringify(faults) });
  await say({ holdEvents: true });
  for (const name of ['One', 'Two', 'Three']) await sdk.products.create({ name });
  expect(await stage.server.deliver()).toBe(0);
  await say({ holdEvents: false, repeatEvents: 2, reorderEvents: true });
  await stage.server.deliver();
  expect(names()).toHaveLength(9);
  const { data } = await sdk.events.list({ type: 'product.created' });
  expect(data).toHaveLength(3);
});

it('events go from the start to where they are to go, by names under localhost too', async () => {
  const url = receiver.url.replace('127.0.0.1', 'rowhouse.localhost');
  const events = { url: `${url}api/stripe/events`, secret: 'whsec_given_beforehand' };
  const local = await openLocalStripe({ port: 0, path: null, everyMs: 2 ** 30, events });
  const { hostname: host, port } = new URL(local.url);
  const own = new Stripe('sk_test_localstripe', { host, port, protocol: 'http', telemetry: false });
  await own.products.create({ name: 'Team' });
  await local.deliver();
  const [{ body, signature, host: named } = { body: '', signature: '', host: '' }] = receiver.got;
  expect(own.webhooks.constructEvent(body, signature, events.secret).type).toBe('product.created');
  expect(named).toMatch(/^rowhouse\.localhost:\d+$/);
  await local.close();
});

it('a trial is warned of three days before its end, once, and a draft has no page yet', async () => {
  const begin = Date.UTC(2027, 0, 1) / 1_000;
  const { id: clock } = await sdk.testHelpers.testClocks.create({ frozen_time: begin });
  const { id: customer } = await sdk.customers.create({ test_clock: clock });
  const { id: product } = await sdk.products.create({ name: 'Team' });
  const recurring = { interval: 'month' } as const;
  const price = await sdk.prices.create({ product, currency: 'eur', unit_amount: 5, recurring });
  const items = [{ price: price.id }];
  await sdk.subscriptions.create({ customer, items, trial_period_days: 10 });
  for (const day of [6, 7.5, 9]) {
    const frozen_time = begin + day * 86_400;
    await sdk.testHelpers.testClocks.advance(clock, { frozen_time });
  }
  const warned = await sdk.events.list({ type: 'customer.subscription.trial_will_end' });
  expect(warned.data.map(({ created }) => created)).toEqual([begin + 7 * 86_400]);
  const [made] = (await sdk.events.list({ type: 'invoice.created' })).data;
  expect(made?.data.object).toMatchObject({
    ...{ status: 'draft', number: null, hosted_invoice_url: null },
  });
});

it('a customer who is deleted is seen to be, and has nothing any more', async () => {
  const { id } = await sdk.customers.create({});
  await sdk.customers.del(id);
  expect(await sdk.customers.retrieve(id)).toMatchObject({ id, deleted: true });
  await expect(sdk.customers.update(id, { name: 'X' })).rejects.toMatchObject({
    ...{ statusCode: 404, code: 'resource_missing' },
  });
  expect((await sdk.customers.list()).data).toEqual([]);
});
