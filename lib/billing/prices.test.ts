import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, Price, Prices } from './prices';

const per = { currency: 'EUR', interval: 'month' } as const;
const nothing = { seats: 0, tier: 'pooled', used: {} } as const;
const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
const units = fc.bigInt({ min: 0n, max: 10n ** 15n });

const tiered = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 6 }),
    fc.array(amount, { minLength: 7, maxLength: 7 }),
  )
  .map(([ends, amounts]) => ({
    ...({ kind: 'tiered', meter: 'requests', ...per } as const),
    steps: [...ends.sort((one, other) => one - other), null].map((upTo, index) => ({
      upTo,
      amount: amounts[index] ?? 0,
    })),
  }));

describe('amountOf', () => {
  it('adds up each unit by the step that it falls into', () => {
    fc.assert(
      fc.property(tiered, fc.integer({ min: 0, max: 700 }), (price, used) => {
        let sum = 0n;
        for (let unit = 1; unit <= used; unit += 1) {
          const step = price.steps.find(({ upTo }) => upTo === null || unit <= upTo);
          sum += BigInt(step?.amount ?? 0);
        }
        expect(Price.safeParse(price).success).toBe(true);
        expect(amountOf(price, { ...nothing, used: { requests: BigInt(used) } })).toBe(sum);
      }),
      { numRuns: 60 },
    );
  });

  it('never falls with more use, and is exact beyond what numbers hold', () => {
    const price = fc.record({
      kind: fc.constant('metered' as const),
      ...constants(),
      amount,
      per: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(price, units, units, (one, some, more) => {
        const of = (used: bigint) => amountOf(one, { ...nothing, used: { storage: used } });
        expect(of(some + more) >= of(some)).toBe(true);
        expect(of(some) * BigInt(one.per) >= some * BigInt(one.amount)).toBe(true);
      }),
    );
  });

  it('counts seats beyond those included, and the tier that is the subscriber’s', () => {
    const seat = { kind: 'seat', ...per, amount: 900, included: 3 } as const;
    const wall = { kind: 'isolation', ...per, amount: 5000, tier: 'database' } as const;
    expect([0, 3, 5].map((seats) => amountOf(seat, { ...nothing, seats }))).toEqual([
      0n,
      0n,
      1800n,
    ]);
    expect(amountOf(wall, nothing)).toBe(0n);
    expect(amountOf(wall, { ...nothing, tier: 'database' })).toBe(5000n);
  });
});

describe('Prices', () => {
  const flat = { kind: 'flat', ...per, amount: 1 };
  const steps = (...ends: (number | null)[]) => ({
    ...{ kind: 'tiered', ...per, meter: 'requests' },
    steps: ends.map((upTo) => ({ upTo, amount: 1 })),
  });

  it.each([
    ['an unknown currency', [{ ...flat, currency: 'EURO' }]],
    ['a part of a cent', [{ ...flat, amount: 0.5 }]],
    ['less than nothing', [{ ...flat, amount: -1 }]],
    ['two prices for one thing', [flat, { ...flat, amount: 2 }]],
    ['steps that end', [steps(10)]],
    ['steps that fall', [steps(10, 5, null)]],
    ['steps after the last', [steps(null, 5)]],
    ['an unknown meter', [{ ...steps(null), meter: 'smiles' }]],
  ])('refuses %s', (_, prices) => {
    expect(Prices.safeParse(prices).success).toBe(false);
  });

  it('takes one thing in several currencies and intervals', () => {
    const prices = [
      flat,
      { ...flat, currency: 'KRW' },
      { ...flat, interval: 'year' },
      steps(10, null),
    ];
    expect(Prices.safeParse(prices).success).toBe(true);
  });
});

const constants = () => ({
  currency: fc.constant('EUR'),
  interval: fc.constant('month' as const),
  meter: fc.constant('storage' as const),
});

it('a price is in a currency that Stripe takes', () => {
  const of = (currency: string) =>
    Price.safeParse({ kind: 'flat', currency, interval: 'month', amount: 100 }).success;
  expect(['EUR', 'KRW', 'KWD', 'HUF', 'XOF'].map(of)).toEqual([true, true, true, true, true]);
  expect(['IRR', 'CUP', 'XAU', 'XXX', 'eur', 'EURO'].map(of)).toEqual([
    ...[false, false, false, false, false, false],
  ]);
});
