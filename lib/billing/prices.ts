import { z } from 'zod';
import { isPayable } from '../currencies';
import { tiers } from '../tenancy/tiers';
import { meterNames } from './meters';

const whole = 'Enter a whole number.';
const maxCount = 1_000_000_000_000_000;

/** In the smallest unit of its currency, such as cents. */
const Amount = z
  .number(whole)
  .int(whole)
  .min(0, 'At least 0.')
  .max(1_000_000_000_000, 'At most 1,000,000,000,000.');

const Units = z.number(whole).int(whole).min(1, 'At least 1.').max(maxCount, 'This is too large.');

/** By ISO 4217, of those that Stripe takes. */
const Currency = z
  .string()
  .max(3, 'Enter a currency such as EUR or KRW.')
  .refine((code) => isPayable(code), 'Enter a currency such as EUR or KRW.');

const intervals = ['month', 'year'] as const;

/** What every price says. */
export const Charged = { currency: Currency, interval: z.enum(intervals) };

const Step = z.strictObject({
  /** Last unit that this step counts for; null for all that follow. */
  upTo: Units.nullable(),
  amount: Amount,
});

const Flat = z.strictObject({ kind: z.literal('flat'), ...Charged, amount: Amount });

export const Price = z.discriminatedUnion('kind', [
  Flat,
  z.strictObject({
    kind: z.literal('seat'),
    ...Charged,
    amount: Amount,
    /** Seats that come with the plan. */
    included: z.number(whole).int(whole).min(0, 'At least 0.').max(1_000_000, 'This is too large.'),
  }),
  z.strictObject({
    kind: z.literal('metered'),
    ...Charged,
    meter: z.enum(meterNames),
    amount: Amount,
    /** How many units the amount is for; a part of them costs as much as all. */
    per: Units,
  }),
  z.strictObject({
    kind: z.literal('tiered'),
    ...Charged,
    meter: z.enum(meterNames),
    steps: z
      .array(Step)
      .min(1)
      .max(20)
      .refine(climbs, 'Each step goes further; the last has no end.'),
  }),
  z.strictObject({
    kind: z.literal('isolation'),
    ...Charged,
    tier: z.enum(tiers),
    amount: Amount,
  }),
]);
export type Price = z.output<typeof Price>;

/** Prices of one plan: none says twice what the same thing costs. */
export const Prices = z
  .array(Price)
  .max(100)
  .refine(
    (prices) => new Set(prices.map(subjectOf)).size === prices.length,
    'Two prices are for the same thing.',
  );

/** Prices that ask for no counting: so much a month or a year. */
export const FlatPrices = z
  .array(Flat)
  .max(20)
  .refine(
    (prices) => new Set(prices.map(subjectOf)).size === prices.length,
    'Two prices are for the same thing.',
  );

/** What is known of a subscriber when a price is worked out. */
export interface Quantities {
  seats: number;
  tier: (typeof tiers)[number];
  /** Units by meter, since the interval began. */
  used: Partial<Record<(typeof meterNames)[number], bigint>>;
}

/** What one price comes to for an interval, in the smallest unit of its currency. */
export function amountOf(price: Price, { seats, tier, used }: Quantities): bigint {
  switch (price.kind) {
    case 'flat':
      return BigInt(price.amount);
    case 'seat':
      return BigInt(Math.max(0, seats - price.included)) * BigInt(price.amount);
    case 'isolation':
      return price.tier === tier ? BigInt(price.amount) : 0n;
    case 'metered':
      return packs(used[price.meter] ?? 0n, BigInt(price.per)) * BigInt(price.amount);
    case 'tiered':
      return graduated(price.steps, used[price.meter] ?? 0n);
  }
}

const packs = (units: bigint, per: bigint) => (units + per - 1n) / per;

/** Each unit costs what the step says that it falls into. */
function graduated(steps: readonly z.output<typeof Step>[], units: bigint): bigint {
  let from = 0n;
  let sum = 0n;
  for (const { upTo, amount } of steps) {
    const to = upTo === null ? units : least(units, BigInt(upTo));
    if (to > from) sum += (to - from) * BigInt(amount);
    from = upTo === null ? units : BigInt(upTo);
  }
  return sum;
}

const least = (one: bigint, other: bigint) => (one < other ? one : other);

function climbs(steps: readonly z.output<typeof Step>[]): boolean {
  return steps.every(({ upTo }, index) => {
    const before = steps[index - 1]?.upTo ?? 0;
    return index === steps.length - 1 ? upTo === null : upTo !== null && upTo > before;
  });
}

const subjectOf = (price: Price) =>
  [
    price.kind === 'tiered' ? 'metered' : price.kind,
    price.currency,
    price.interval,
    'meter' in price ? price.meter : '',
    'tier' in price ? price.tier : '',
  ].join(' ');
