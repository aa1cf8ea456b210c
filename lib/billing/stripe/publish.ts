import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { type MeterName, meters } from '../meters';
import type { Price } from '../prices';
import { absent } from './faults';
import { pricesByKey } from './price-ids';
import { eventOf, keyOf, paramsOf, productOf } from './prices';

interface Version {
  planId: string;
  version: number;
  name: string;
  active: boolean;
  prices: readonly Price[];
}

/**
 * Makes the product, meters and prices of a version at Stripe as they are here: makes what is missing,
 * mends what was changed there, and leaves the rest. Safe to repeat, and to be done twice at once.
 */
export async function publishVersion(sdk: Stripe, version: Version): Promise<void> {
  await keepProduct(sdk, version);
  const metered = version.prices.flatMap((price) => ('meter' in price ? [price.meter] : []));
  const ids = await keepMeters(sdk, new Set(metered));
  const keys = version.prices.map((price) => keyOf(version, price));
  const known = await pricesByKey(sdk, keys, { expand: ['data.tiers'] });
  for (const price of version.prices) {
    const params = paramsOf(version, price, (name) => ids.get(name) ?? '');
    await keepPrice(sdk, params, known.get(keyOf(version, price)));
  }
}

async function keepProduct(sdk: Stripe, { planId, name, active }: Version): Promise<void> {
  const id = productOf({ planId });
  const there = await sdk.products.retrieve(id).catch(absent);
  const params = { name, active };
  if (!there) await sdk.products.create({ id, ...params }, { idempotencyKey: keyFor(id, params) });
  else if (there.name !== name || there.active !== active) await sdk.products.update(id, params);
}

/** A header takes plain letters alone, and a plan may have any name. */
const keyFor = (id: string, params: object) =>
  `${id} ${createHash('sha256').update(JSON.stringify(params)).digest('hex')}`;

async function keepMeters(sdk: Stripe, wanted: ReadonlySet<MeterName>) {
  const ids = new Map<MeterName, string>();
  if (wanted.size === 0) return ids;
  const byEvent = await metersByEvent(sdk);
  for (const name of wanted) {
    const event = eventOf(name);
    ids.set(name, byEvent.get(event) ?? (await makeMeter(sdk, name)));
  }
  return ids;
}

/** Ids of the meters that Stripe knows, by the names of their events. */
export async function metersByEvent(sdk: Stripe): Promise<Map<string, string>> {
  const byEvent = new Map<string, string>();
  for await (const { id, event_name: event } of sdk.billing.meters.list({
    status: 'active',
    limit: 100,
  })) {
    byEvent.set(event, id);
  }
  return byEvent;
}

async function makeMeter(sdk: Stripe, name: MeterName): Promise<string> {
  const event = eventOf(name);
  const { id } = await sdk.billing.meters.create(
    {
      ...{ display_name: meters[name].title, event_name: event },
      default_aggregation: { formula: 'sum' },
      customer_mapping: { event_payload_key: 'stripe_customer_id', type: 'by_id' },
      value_settings: { event_payload_key: 'value' },
    },
    { idempotencyKey: `meter ${event}` },
  );
  return id;
}

/** Nobody can change what a price says at Stripe: another one takes its key, and the old one is shut. */
async function keepPrice(
  sdk: Stripe,
  params: Stripe.PriceCreateParams,
  there: Stripe.Price | undefined,
): Promise<void> {
  if (there && says(there, params)) {
    if (!there.active) await sdk.prices.update(there.id, { active: true });
    return;
  }
  const idempotencyKey = `${params.lookup_key} instead of ${there?.id ?? 'none'}`;
  // First, so that it does not stay open where the second step fails.
  if (there?.active) await sdk.prices.update(there.id, { active: false });
  await sdk.prices.create({ ...params, transfer_lookup_key: true }, { idempotencyKey });
}

function says(there: Stripe.Price, params: Stripe.PriceCreateParams): boolean {
  const tiers = (params.tiers ?? []).map(({ up_to, unit_amount }) => [
    ...[up_to === 'inf' ? null : up_to, unit_amount ?? null],
  ]);
  const known = (there.tiers ?? []).map(({ up_to, unit_amount, flat_amount }) =>
    flat_amount ? [up_to, unit_amount, flat_amount] : [up_to, unit_amount],
  );
  return (
    there.product === params.product &&
    there.currency === params.currency &&
    there.unit_amount === (params.unit_amount ?? null) &&
    there.recurring?.interval === params.recurring?.interval &&
    there.recurring?.interval_count === 1 &&
    (there.tiers_mode ?? undefined) === params.tiers_mode &&
    (there.recurring?.meter ?? undefined) === params.recurring?.meter &&
    there.transform_quantity?.divide_by === params.transform_quantity?.divide_by &&
    JSON.stringify(known) === JSON.stringify(tiers)
  );
}
