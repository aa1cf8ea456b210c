import type Stripe from 'stripe';
import { type Charge, pricesFor } from '../charges';
import type { Price, Quantities } from '../prices';
import { Refused } from './faults';
import { pricesByKey } from './price-ids';
import { keyOf, keyOfPrice } from './prices';

interface Version {
  planId: string;
  version: number;
}

interface Wanted {
  key: string;
  /** What it charges for, whatever the plan. */
  subject: string;
  /** Undefined for what is charged as it is used. */
  quantity?: number;
}

type Here = Pick<Quantities, 'seats' | 'tier'>;

/** What a subscription to a version is made of, for a tenant as it is now. */
export function itemsFor(
  version: Version,
  { prices, charge, here }: { prices: readonly Price[]; charge: Charge; here: Here },
): Wanted[] {
  return pricesFor(prices, charge)
    .filter((price) => price.kind !== 'isolation' || price.tier === here.tier)
    .map((price) => {
      const key = keyOf(version, price);
      const quantity = quantityOf(price, here);
      return { key, subject: subjectOf(key), ...(quantity !== undefined && { quantity }) };
    });
}

function quantityOf({ kind }: Price, { seats }: Here): number | undefined {
  if (kind === 'seat') return seats;
  return kind === 'flat' || kind === 'isolation' ? 1 : undefined;
}

/** What stands behind the plan, its version, the currency and the interval in a key. */
const subjectOf = (key: string): string => {
  const [, , , kind = '', , , about = ''] = key.split('.');
  return kind === 'isolation' ? kind : `${kind === 'tiered' ? 'metered' : kind} ${about}`;
};

/** Lines of a payment page. Throws `Refused` where Stripe does not know a price. */
export async function linesOf(
  sdk: Stripe,
  wanted: readonly Wanted[],
): Promise<{ price: string; quantity?: number }[]> {
  const ids = await idsOf(sdk, wanted);
  return wanted.map(({ key, quantity }) => ({
    price: ids.get(key) ?? '',
    ...(quantity !== undefined && { quantity }),
  }));
}

type Change = NonNullable<Stripe.SubscriptionUpdateParams['items']>[number];

/**
 * What makes the items of a subscription those that are wanted; nothing where they are. What is charged
 * for the same thing stays one item, so that what was paid ahead is set off. Throws `Refused` as above.
 */
export async function changesTo(
  sdk: Stripe,
  { items }: Pick<Stripe.Subscription, 'items'>,
  wanted: readonly Wanted[],
): Promise<Change[]> {
  const ids = await idsOf(sdk, wanted);
  const left = new Set(items.data);
  const itemFor = ({ key, subject }: Wanted) => {
    const alike = [...left].filter(({ price }) => subjectOf(keyOfPrice(price)) === subject);
    return alike.find(({ price }) => price.id === ids.get(key)) ?? alike[0];
  };
  const kept = wanted.flatMap((one): Change[] => {
    const { key, quantity } = one;
    const price = ids.get(key) ?? '';
    const item = itemFor(one);
    const count = quantity === undefined ? {} : { quantity };
    if (!item) return [{ price, ...count }];
    left.delete(item);
    const same = item.price.id === price && (quantity === undefined || item.quantity === quantity);
    return same ? [] : [{ id: item.id, ...(item.price.id !== price && { price }), ...count }];
  });
  return [...kept, ...[...left].map(({ id }): Change => ({ id, deleted: true }))];
}

async function idsOf(sdk: Stripe, wanted: readonly Wanted[]): Promise<Map<string, string>> {
  const found = await pricesByKey(
    sdk,
    wanted.map(({ key }) => key),
  );
  const ids = new Map<string, string>();
  for (const [key, { id, active }] of found) if (active) ids.set(key, id);
  if (wanted.some(({ key }) => !ids.has(key))) {
    throw new Refused('Stripe does not know the prices of this plan.');
  }
  return ids;
}

/** In which currency and by which interval a subscription is paid. */
export function chargeOf({ items }: Pick<Stripe.Subscription, 'items'>): Charge {
  const [first] = items.data;
  const interval = first?.price.recurring?.interval === 'year' ? 'year' : 'month';
  return { currency: (first?.price.currency ?? '').toUpperCase(), interval };
}

/** Its items as they are written down here. */
export const seenItems = ({ items }: Pick<Stripe.Subscription, 'items'>) =>
  items.data.map(({ id, price, quantity }) => ({
    ...{ id, key: keyOfPrice(price), quantity: quantity ?? null },
  }));
