import type Stripe from 'stripe';
import type { MeterName } from '../meters';
import type { Price } from '../prices';

interface Version {
  planId: string;
  version: number;
}

/** The name of a plan's product at Stripe, and of what a meter counts there. */
export const productOf = ({ planId }: Pick<Version, 'planId'>): string => `rowhouse_${planId}`;
export const eventOf = (meter: MeterName): string => `rowhouse_${meter}`;

/** By which name a price of a version is found at Stripe. A version never changes, so neither does it. */
export const keyOf = ({ planId, version }: Version, price: Price): string =>
  [
    ...['rowhouse', planId, version, price.kind, price.currency, price.interval],
    ...('meter' in price ? [price.meter] : []),
    ...('tier' in price ? [price.tier] : []),
  ].join('.');

type Keyed = Pick<Stripe.Price, 'lookup_key' | 'metadata' | 'currency' | 'recurring'>;

/**
 * The key of a price at Stripe. One whose key went over to another price still says in its metadata what
 * it is for; empty where it says nothing of a plan.
 */
export function keyOfPrice({ lookup_key: key, metadata, currency, recurring }: Keyed): string {
  if (key) return key;
  const { plan, version, kind, meter, tier } = metadata;
  if (!plan || !version || !kind) return '';
  const interval = recurring?.interval ?? 'month';
  const about = [meter, tier].filter((one) => one !== undefined);
  return ['rowhouse', plan, version, kind, currency.toUpperCase(), interval, ...about].join('.');
}

type Params = Stripe.PriceCreateParams;

/**
 * A price in the words of Stripe. Seats beyond those that come with the plan are steps whose first costs
 * nothing; a part of a pack costs as much as all of it, so its quantity is rounded up.
 */
export function paramsOf(
  version: Version,
  price: Price,
  meterId: (name: MeterName) => string,
): Params {
  const params: Params = {
    ...{ product: productOf(version), currency: price.currency.toLowerCase() },
    ...{ lookup_key: keyOf(version, price), nickname: titles[price.kind] },
    metadata: {
      ...{ plan: version.planId, version: String(version.version), kind: price.kind },
      ...('meter' in price && { meter: price.meter }),
      ...('tier' in price && { tier: price.tier }),
    },
    recurring: { interval: price.interval },
  };
  switch (price.kind) {
    case 'flat':
    case 'isolation':
      return { ...params, unit_amount: price.amount };
    case 'seat':
      if (price.included === 0) return { ...params, unit_amount: price.amount };
      return {
        ...params,
        ...{ billing_scheme: 'tiered', tiers_mode: 'graduated' },
        tiers: [
          { up_to: price.included, unit_amount: 0 },
          { up_to: 'inf', unit_amount: price.amount },
        ],
      };
    case 'metered':
      return {
        ...{ ...params, unit_amount: price.amount },
        recurring: meteredBy(price.interval, meterId(price.meter)),
        ...(price.per > 1 && { transform_quantity: { divide_by: price.per, round: 'up' } }),
      };
    case 'tiered':
      return {
        ...params,
        ...{ billing_scheme: 'tiered', tiers_mode: 'graduated' },
        recurring: meteredBy(price.interval, meterId(price.meter)),
        tiers: price.steps.map(({ upTo, amount }) => ({
          up_to: upTo ?? 'inf',
          unit_amount: amount,
        })),
      };
  }
}

const titles: Record<Price['kind'], string> = {
  ...{ flat: 'Basic price', seat: 'Members', isolation: 'Isolation' },
  ...{ metered: 'Use', tiered: 'Use' },
};

const meteredBy = (interval: Price['interval'], meter: string): Params['recurring'] => ({
  ...{ interval, usage_type: 'metered', meter },
});
