import type { Price, Tier } from './objects';

/** What so many units of a price cost, in the smallest unit of its currency. */
export function amountFor(price: Price, units: bigint): bigint {
  if (price.billing_scheme === 'tiered') {
    const tiers = price.tiers ?? [];
    return price.tiers_mode === 'volume' ? byVolume(tiers, units) : graduated(tiers, units);
  }
  return packed(price, units) * BigInt(price.unit_amount ?? 0);
}

function packed({ transform_quantity: packs }: Price, units: bigint): bigint {
  if (!packs) return units;
  const size = BigInt(packs.divide_by);
  return packs.round === 'up' ? (units + size - 1n) / size : units / size;
}

function graduated(tiers: Tier[], units: bigint): bigint {
  let from = 0n;
  let sum = 0n;
  for (const { up_to, unit_amount, flat_amount } of tiers) {
    const to = up_to === null || BigInt(up_to) > units ? units : BigInt(up_to);
    if (to > from) sum += (to - from) * BigInt(unit_amount ?? 0) + BigInt(flat_amount ?? 0);
    from = up_to === null ? units : BigInt(up_to);
  }
  return sum;
}

function byVolume(tiers: Tier[], units: bigint): bigint {
  const tier = tiers.find(({ up_to }) => up_to === null || BigInt(up_to) >= units);
  return tier ? units * BigInt(tier.unit_amount ?? 0) + BigInt(tier.flat_amount ?? 0) : 0n;
}
