import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meterNames } from '../meters';
import { amountOf, Price } from '../prices';
import { amountFor } from './local/amounts';
import type * as local from './local/objects';
import { keyOf, paramsOf, productOf } from './prices';
import { openStripeStage, type StripeStage } from './testing/stage';

const planId = '019b7d2e-5c00-7000-8000-00000000000a';

let stage: StripeStage;
let meterId: string;
beforeAll(async () => {
  stage = await openStripeStage();
  await stage.sdk.products.create({ id: productOf({ planId }), name: 'Team' });
  const meter = await stage.sdk.billing.meters.create({
    ...{ display_name: 'Calls', event_name: 'calls', default_aggregation: { formula: 'sum' } },
  });
  meterId = meter.id;
});
afterAll(() => stage.end());

const charged = { currency: fc.constant('EUR'), interval: fc.constantFrom('month', 'year') };
const amount = fc.integer({ min: 0, max: 100_000 });
const meter = fc.constantFrom(...meterNames);
const prices = fc.oneof(
  fc.record({ kind: fc.constant('flat'), ...charged, amount }),
  fc.record({ kind: fc.constant('seat'), ...charged, amount, included: fc.nat(50) }),
  fc.record({ kind: fc.constant('isolation'), ...charged, amount, tier: fc.constant('database') }),
  fc.record({
    kind: fc.constant('metered'),
    ...charged,
    amount,
    meter,
    per: fc.integer({ min: 1, max: 5_000 }),
  }),
  fc.record({
    ...{ kind: fc.constant('tiered'), ...charged, meter },
    steps: fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 1, max: 50_000 }), { maxLength: 5 }),
        fc.array(amount, { minLength: 6, maxLength: 6 }),
      )
      .map(([ends, amounts]) =>
        [...ends.sort((one, other) => one - other), null].map((upTo, at) => ({
          upTo,
          amount: amounts[at] ?? 0,
        })),
      ),
  }),
);

it('Stripe asks for what we say a price comes to', async () => {
  let version = 0;
  await fc.assert(
    fc.asyncProperty(prices, fc.nat(100), fc.nat(200_000), async (drawn, seats, units) => {
      version += 1;
      const price = Price.parse(drawn);
      const params = paramsOf({ planId, version }, price, () => meterId);
      const { id } = await stage.sdk.prices.create(params);
      const there = stage.server.local.store.find<local.Price>('price', id);
      const used = 'meter' in price ? { [price.meter]: BigInt(units) } : {};
      const quantity = 'meter' in price ? units : price.kind === 'seat' ? seats : 1;
      const ours = amountOf(price, { seats, tier: 'database', used });
      expect(there && amountFor(there, BigInt(quantity))).toBe(ours);
    }),
    { numRuns: 150 },
  );
});

it('each price of a version has a key of its own', () => {
  const one = Price.parse({ kind: 'flat', currency: 'EUR', interval: 'month', amount: 1 });
  const others = [
    keyOf({ planId, version: 2 }, one),
    keyOf({ planId, version: 1 }, { ...one, interval: 'year' }),
    keyOf({ planId, version: 1 }, { ...one, currency: 'KRW' }),
  ];
  const keys = [keyOf({ planId, version: 1 }, one), ...others];
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key.length).toBeLessThan(200);
});
