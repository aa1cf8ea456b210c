import type Stripe from 'stripe';

/** Stripe takes ten keys at a time. */
const keysAtOnce = 10;

/** Prices that Stripe knows by these look-up keys, with the key of each. */
export async function pricesByKey(
  sdk: Stripe,
  keys: readonly string[],
  more: Stripe.PriceListParams = {},
): Promise<Map<string, Stripe.Price>> {
  const found = new Map<string, Stripe.Price>();
  for (let from = 0; from < keys.length; from += keysAtOnce) {
    const { data } = await sdk.prices.list({
      ...{ ...more, lookup_keys: keys.slice(from, from + keysAtOnce), limit: 100 },
    });
    for (const price of data) if (price.lookup_key) found.set(price.lookup_key, price);
  }
  return found;
}
