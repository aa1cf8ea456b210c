import { z } from 'zod';
import { Charged, type Price } from './prices';

/** In which currency and by which interval a plan is paid. */
export const Charge = z.strictObject(Charged);
export type Charge = z.output<typeof Charge>;

/** A subscription at Stripe takes so many prices. */
const mostCharged = 20;

const isBasic = ({ kind }: Price) => kind === 'flat' || kind === 'seat';

export const pricesFor = (prices: readonly Price[], { currency, interval }: Charge): Price[] =>
  prices.filter((price) => price.currency === currency && price.interval === interval);

/** Ways of paying a plan, as its prices allow: one currency and one interval each. */
export function chargesOf(prices: readonly Price[]): Charge[] {
  const all = new Map(
    prices.map(({ currency, interval }) => [`${currency} ${interval}`, { currency, interval }]),
  );
  return [...all.values()];
}

/** Why prices cannot be paid at Stripe's checkout; null where they can. */
export function faultOfCharges(prices: readonly Price[]): string | null {
  if (prices.length === 0) return 'A plan that is paid for needs a price.';
  for (const charge of chargesOf(prices)) {
    const own = pricesFor(prices, charge);
    if (!own.some(isBasic)) return needsBasic(charge);
    if (own.length > mostCharged) {
      return `Stripe takes ${mostCharged} prices of one currency and interval at most, and ${charge.currency} has ${own.length}.`;
    }
  }
  return null;
}

const needsBasic = ({ currency, interval }: Charge): string =>
  interval === 'year'
    ? `One payment takes one currency and one interval: ${currency} by the year needs a flat price or one per member of its own. It may be 0.`
    : `One payment takes one currency and one interval: ${currency} by the month needs a flat price or one per member of its own. It may be 0.`;

/** So many lines of a preview are shown. */
export const mostShown = 60;
