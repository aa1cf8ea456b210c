import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { log } from '@/lib/log';
import { monthly, openPayStage, type PayStage } from './testing/paying';

let stage: PayStage;
beforeAll(async () => {
  // What is tried here fails on purpose.
  log.level = 'silent';
  stage = await openPayStage();
});
afterAll(() => stage.world.end());
beforeEach(() => stage.begin());
afterEach(() => stage.stripe.end());

const flat = { kind: 'flat', ...monthly, amount: 3_000 } as const;
const seat = { kind: 'seat', ...monthly, amount: 200, included: 0 } as const;

const only = async () => {
  const [one, ...others] = await stage.subscriptions();
  if (!one || others.length > 0) throw new Error('There is not one subscription.');
  return one;
};
const quantityOf = async (kind: string) => {
  const { items } = await only();
  return items.data.find(({ price }) => price.lookup_key?.split('.')[3] === kind)?.quantity;
};

describe('seats', () => {
  it('are told to Stripe as they change, and set off', async () => {
    await stage.signAndPay(await stage.publish({ prices: [flat, seat] }));
    await stage.keep();
    expect(await quantityOf('seat')).toBe(1);
    await stage.world.member(stage.a, 'basic');
    await stage.world.member(stage.a, 'basic');
    stage.failAt(2, 'loseAnswer');
    await stage.keep();
    stage.failAt(0, 'loseAnswer');
    await stage.retry();
    await stage.keep();
    expect(await quantityOf('seat')).toBe(3);
    expect(stage.stripe.server.local.store.all('pending')).toHaveLength(2);
    expect(await stage.keep()).toBe(0);
  });

  it('that come and go within a minute are no matter of it', async () => {
    await stage.signAndPay(await stage.publish({ prices: [flat, seat] }));
    await stage.keep();
    await stage.world.member(stage.a, 'basic');
    expect(await stage.keep(60)).toBe(0);
    expect(await quantityOf('seat')).toBe(1);
    await stage.world.database.query(
      `update control.stripe_kept set differs_since = now() - interval '61 seconds'`,
    );
    expect(await stage.keep(60)).toBe(1);
    expect(await quantityOf('seat')).toBe(2);
  });

  it('and walls are charged as they are now', async () => {
    const walls = { kind: 'isolation', ...monthly, amount: 900 } as const;
    const prices = [
      ...[flat, { ...walls, tier: 'pooled' }, { ...walls, tier: 'schema', amount: 1_900 }],
      { ...walls, tier: 'database', amount: 2_900 },
    ] as const;
    await stage.signAndPay(await stage.publish({ prices: [...prices] }));
    await stage.keep();
    const amount = async () =>
      (await only()).items.data.find(({ price }) => price.nickname === 'Isolation')?.price
        .unit_amount;
    const before = await amount();
    const other = before === 2_900 ? 'schema' : 'database';
    await stage.world.database.query(
      'update control.placements set tier = $2 where tenant_id = $1',
      [stage.a.tenantId, other],
    );
    await stage.keep();
    expect(await amount()).toBe(other === 'schema' ? 1_900 : 2_900);
  });
});
