import type Stripe from 'stripe';
import { isPayable } from '../../../currencies';
import { StripeFault } from './fault';
import { known, type Local, nowFor, tell } from './local';
import { made, newId, type Price, type Product, type Subscription, type Tier } from './objects';

export function createProduct(local: Local, params: Stripe.ProductCreateParams): Product {
  const { id = newId('prod'), name, active = true, description = null, metadata } = params;
  if (local.store.find('product', id)) {
    throw new StripeFault(`Product already exists: ${id}`, {
      code: 'resource_already_exists',
      param: 'id',
    });
  }
  const at = nowFor(local);
  const product = made<Product>('product', {
    ...{ id, name, active, description, metadata: metadata ?? {}, images: [], type: 'service' },
    ...{ marketing_features: [], created: at, updated: at },
  });
  tell(local, 'product.created', product, at);
  return local.store.put(product);
}

export function updateProduct(
  local: Local,
  params: Stripe.ProductUpdateParams,
  id: string,
): Product {
  const before = known<Product>(local, 'product', id);
  const { name = before.name, active = before.active, description, metadata } = params;
  const at = nowFor(local);
  const product: Product = {
    ...{ ...before, name, active, updated: at },
    description: description === undefined ? before.description : description || null,
    metadata: merged(before.metadata, metadata),
  };
  tell(local, 'product.updated', product, at);
  return local.store.put(product);
}

/** Metadata of both, without what was emptied. */
export function merged(before: unknown, said: unknown): Record<string, string> {
  const both: Record<string, string | null> = { ...(before as object), ...(said as object) };
  const kept = Object.entries(both).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return Object.fromEntries(kept);
}

const largest = 999_999_999_999;

export function createPrice(local: Local, params: Stripe.PriceCreateParams): Price {
  const { currency, product, lookup_key = null, unit_amount = null, metadata } = params;
  if (!product) throw needs('product');
  known(local, 'product', product, 'product');
  if (!/^[a-z]{3}$/.test(currency) || !isPayable(currency.toUpperCase())) {
    throw new StripeFault(`Invalid currency: ${currency}`, { param: 'currency' });
  }
  const tiered = params.billing_scheme === 'tiered';
  if (tiered && (!params.tiers || !params.tiers_mode)) throw needs('tiers');
  if (!tiered && unit_amount === null) throw needs('unit_amount');
  if (unit_amount !== null && (unit_amount < 0 || unit_amount > largest)) {
    throw new StripeFault('Invalid non-negative integer', { param: 'unit_amount' });
  }
  refuseKeyTaken(local, lookup_key, params.transfer_lookup_key);
  const at = nowFor(local);
  const price = made<Price>('price', {
    ...{ id: newId('price'), created: at, active: params.active ?? true, currency, product },
    ...{ lookup_key, nickname: params.nickname ?? null, metadata: merged({}, metadata) },
    ...{
      billing_scheme: tiered ? 'tiered' : 'per_unit',
      type: params.recurring ? 'recurring' : 'one_time',
    },
    ...{ unit_amount, unit_amount_decimal: unit_amount === null ? null : String(unit_amount) },
    tiers_mode: (params.tiers_mode as 'graduated' | 'volume' | undefined) ?? null,
    ...(tiered && { tiers: tiersOf(params.tiers ?? []) }),
    tax_behavior: 'unspecified',
    transform_quantity: (params.transform_quantity as Price['transform_quantity']) ?? null,
    recurring: recurringOf(local, params.recurring),
  });
  tell(local, 'price.created', price, at);
  return local.store.put(price);
}

export function updatePrice(local: Local, params: Stripe.PriceUpdateParams, id: string): Price {
  const before = known<Price>(local, 'price', id);
  const { active = before.active, lookup_key, metadata } = params;
  if (lookup_key) refuseKeyTaken(local, lookup_key, params.transfer_lookup_key, id);
  const price: Price = {
    ...{ ...before, active, metadata: merged(before.metadata, metadata) },
    lookup_key: lookup_key === undefined ? before.lookup_key : lookup_key || null,
  };
  tell(local, 'price.updated', price, nowFor(local));
  return putPrice(local, price);
}

/** Items of subscriptions show their price as it is by now. */
function putPrice({ store }: Local, price: Price): Price {
  for (const one of store.all<Subscription>('subscription')) {
    if (!one.items.data.some((item) => item.price.id === price.id)) continue;
    const data = one.items.data.map((item) =>
      item.price.id === price.id ? { ...item, price } : item,
    );
    store.put({ ...one, items: { ...one.items, data } });
  }
  return store.put(price);
}

const needs = (param: string) =>
  new StripeFault(`Missing required param: ${param}.`, { code: 'parameter_missing', param });

function refuseKeyTaken(local: Local, key: string | null, take?: boolean, own?: string): void {
  if (!key) return;
  const holder = local.store
    .all<Price>('price')
    .find((one) => one.lookup_key === key && one.id !== own);
  if (!holder) return;
  if (!take) {
    const said = `A price (\`${holder.id}\`) already uses that lookup key.`;
    throw new StripeFault(said, { code: 'resource_already_exists', param: 'lookup_key' });
  }
  putPrice(local, { ...holder, lookup_key: null });
}

function recurringOf(local: Local, wish: Stripe.PriceCreateParams.Recurring | undefined) {
  if (!wish) return null;
  const { interval, interval_count = 1, usage_type = 'licensed', meter = null } = wish;
  if (usage_type === 'metered' && !meter) throw needs('recurring[meter]');
  if (meter) known(local, 'billing.meter', meter, 'recurring[meter]');
  return {
    interval,
    interval_count,
    usage_type,
    meter,
    trial_period_days: null,
  } as Price['recurring'];
}

function tiersOf(wished: Stripe.PriceCreateParams.Tier[]): Tier[] {
  if (wished.at(-1)?.up_to !== 'inf') {
    throw new StripeFault('The last tier must be up to inf', { param: 'tiers' });
  }
  return wished.map(({ up_to, unit_amount = null, flat_amount = null }) => ({
    ...{ up_to: up_to === 'inf' ? null : up_to, unit_amount, flat_amount },
    unit_amount_decimal: unit_amount === null ? null : String(unit_amount),
    flat_amount_decimal: flat_amount === null ? null : String(flat_amount),
  }));
}
