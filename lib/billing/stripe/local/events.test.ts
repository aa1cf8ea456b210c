import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStripeStage, type StripeStage } from '../testing/stage';

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
  const got: { body: string; signature: string }[] = [];
  const mood = { status: 200 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      got.push({ body, signature: String(request.headers['stripe-signature']) });
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
