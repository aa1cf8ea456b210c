import { afterAll, beforeAll, expect, it } from 'vitest';
import { Prices } from '../prices';
import { changesTo, chargeOf, itemsFor, linesOf, seenItems } from './items';
import { keyOf } from './prices';
import { publishVersion } from './publish';
import { openStripeStage, type StripeStage } from './testing/stage';

let stage: StripeStage;
beforeAll(async () => {
  stage = await openStripeStage();
});
afterAll(() => stage.end());

const of = { planId: '019b7d2e-5c00-7000-8000-00000000000b', version: 3 };
const charge = { currency: 'EUR', interval: 'month' } as const;
const prices = Prices.parse([
  { kind: 'flat', ...charge, amount: 3_000 },
  { kind: 'seat', ...charge, amount: 200, included: 0 },
  { kind: 'metered', ...charge, amount: 5, meter: 'requests', per: 1_000 },
  { kind: 'metered', ...charge, amount: 7, meter: 'computing', per: 1 },
  { kind: 'isolation', ...charge, amount: 900, tier: 'database' },
]);
const wanted = itemsFor(of, { prices, charge, here: { seats: 4, tier: 'database' } });

it('what is charged stays one item each where other prices took over the keys', async () => {
  const { sdk } = stage;
  await publishVersion(sdk, { ...of, name: 'Team', active: true, prices });
  const { id: customer } = await sdk.customers.create({
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const items = await linesOf(sdk, wanted);
  const { id } = await sdk.subscriptions.create({ customer, items });
  // Somebody made others there that took the keys, and ours were made again.
  for (const price of prices) {
    await sdk.prices.create({
      ...{ product: `rowhouse_${of.planId}`, currency: 'eur', unit_amount: 1 },
      ...{ lookup_key: keyOf(of, price), transfer_lookup_key: true },
      recurring: { interval: 'month' },
    });
  }
  await publishVersion(sdk, { ...of, name: 'Team', active: true, prices });

  const there = await sdk.subscriptions.retrieve(id);
  expect(there.items.data.map(({ price }) => price.lookup_key)).toEqual(prices.map(() => null));
  expect(seenItems(there).map(({ key }) => key)).toEqual(prices.map((price) => keyOf(of, price)));
  expect(chargeOf(there)).toEqual(charge);

  const changes = await changesTo(sdk, there, wanted);
  const after = await sdk.subscriptions.update(id, { items: changes });
  expect(after.items.data.map((item) => item.id)).toEqual(there.items.data.map((item) => item.id));
  expect(after.items.data.map(({ price }) => price.lookup_key)).toEqual(
    prices.map((price) => keyOf(of, price)),
  );
  expect(await changesTo(sdk, after, wanted)).toEqual([]);
});

it('whatever else is charged there is taken away, all of it', async () => {
  const { sdk } = stage;
  const { id: customer } = await sdk.customers.create({
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const strange = [1, 2].map((unit_amount) =>
    sdk.prices.create({
      ...{ product: `rowhouse_${of.planId}`, currency: 'eur', unit_amount },
      recurring: { interval: 'month' },
    }),
  );
  const others = (await Promise.all(strange)).map(({ id: price }) => ({ price }));
  const items = [...others, ...(await linesOf(sdk, wanted))];
  const there = await sdk.subscriptions.create({ customer, items });
  const changes = await changesTo(sdk, there, wanted);
  expect(changes).toEqual(
    there.items.data.slice(0, 2).map((item) => ({ id: item.id, deleted: true })),
  );
});
