import { afterAll, beforeAll, expect, it } from 'vitest';
import { signatureOf } from '@/lib/billing/stripe/local/local';
import {
  eventRequest,
  eventSecret,
  hand,
  know,
  openToldStage,
  type ToldStage,
} from '@/lib/billing/stripe/testing/told';
import { log } from '@/lib/log';
import { handleStripeEvent } from './stripe-events';

let stage: ToldStage;
beforeAll(async () => {
  log.level = 'silent';
  stage = await openToldStage();
});
afterAll(() => stage.end());

const entered = async () =>
  Number(
    (
      await stage.world.database.query<{ n: string }>(
        'select count(*) as n from control.stripe_events',
      )
    )[0]?.n,
  );

async function signing() {
  const payer = await stage.payer();
  stage.events();
  await stage.subscribe(payer);
  return { payer, events: stage.events() };
}

const now = () => Math.floor(Date.now() / 1_000);

it('what Stripe did not sign, or not now, leaves nothing', async () => {
  const { payer, events } = await signing();
  const before = await entered();
  const body = JSON.stringify(events.find(({ type }) => type.startsWith('customer.subscription')));
  const good = signatureOf(body, eventSecret, now());
  const wrong = [
    eventRequest(body, signatureOf(body, 'whsec_of_somebody_else_entirely', now())),
    eventRequest(body, signatureOf(body, eventSecret, now() - 301)),
    eventRequest(body.replace('active', 'active '), good),
    eventRequest(body, ''),
    eventRequest(body, good.replace('v1=', 'v0=')),
    eventRequest('{', good),
    new Request('http://rowhouse.localhost/api/stripe/events', {
      ...{ method: 'POST', body, headers: { host: 'rowhouse.localhost' } },
    }),
  ];
  for (const request of wrong) {
    expect((await handleStripeEvent(request, [eventSecret])).status).toBe(400);
  }
  expect(await entered()).toBe(before);
  expect(await stage.stateOf(payer.ours)).toBe('signing');
});

it('is open on the root domain alone, where there is a secret, and to no large body', async () => {
  const body = '{}';
  const good = signatureOf(body, eventSecret, now());
  const statusOf = async (request: Request, secrets = [eventSecret]) =>
    (await handleStripeEvent(request, secrets)).status;
  expect(await statusOf(eventRequest(body, good, 'acme.rowhouse.localhost'))).toBe(404);
  expect(await statusOf(eventRequest(body, good, 'console.rowhouse.localhost'))).toBe(404);
  expect(await statusOf(eventRequest(body, good), [])).toBe(404);
  let given = 0;
  const endless = new ReadableStream({
    pull: (stream) => {
      given += 65_536;
      stream.enqueue(new Uint8Array(65_536));
    },
  });
  expect(await statusOf(eventRequest(endless, good))).toBe(413);
  expect(given).toBeLessThan(2 ** 21);
});

it('either of two secrets will do', async () => {
  const { payer, events } = await signing();
  const other = 'whsec_that_comes_in_its_place';
  for (const event of events) {
    const body = JSON.stringify(event);
    const request = eventRequest(body, signatureOf(body, other, now()));
    expect((await handleStripeEvent(request, [eventSecret, other])).status).toBe(200);
  }
  expect(await stage.stateOf(payer.ours)).toBe('signed');
});

it('an event that comes again, or twice at once, is heard once', async () => {
  const { payer, events } = await signing();
  const before = await entered();
  const answers = await Promise.all([...events, ...events, ...events].map((one) => hand(one)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const concerning = events.filter(({ type }) => /^(customer\.sub|invoice)/.test(type));
  expect((await entered()) - before).toBe(concerning.length);
  expect(await stage.stateOf(payer.ours)).toBe('signed');
});

it('a customer whom nobody knows, or two do, is kept without effect', async () => {
  const { payer, events } = await signing();
  const other = await stage.world.tenant();
  const query = stage.world.database.query;
  await query(
    'update control.stripe_customers set tenant_id = tenant_id, account = $2 where customer = $1',
    [...[payer.customer, 'other']],
  );
  await know(stage.world, other.tenantId, payer.customer);
  for (const event of events) expect((await hand(event)).status).toBe(200);
  await query('delete from control.stripe_customers where customer = $1', [payer.customer]);
  for (const event of events) expect((await hand(event)).status).toBe(200);
  const kept = await query<{ heard: Date | null }>(
    'select heard_at as heard from control.stripe_events where customer = $1',
    [payer.customer],
  );
  expect(kept.length).toBeGreaterThan(2);
  expect(kept.every(({ heard }) => heard === null)).toBe(true);
  expect(await stage.stateOf(payer.ours)).toBe('signing');
  // Known after all, the same events have their effect when they come again.
  await know(stage.world, payer.tenant.tenantId, payer.customer);
  for (const event of events) await hand(event);
  expect(await stage.stateOf(payer.ours)).toBe('signed');
});
