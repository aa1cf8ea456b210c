import { z } from 'zod';
import { type Tier, tiers } from '../../tenancy/tiers';

/** Rows a minute from which one tenant is loud, and its share of what its shard writes. */
const loudRows = 1_000;
const loudShare = 0.5;
/** Share of the room from which a shard is full, and below which another has some to give. */
export const fullShare = 0.9;
const spareShare = 0.7;
const mostOfOneShard = 5;

const reasons = ['draining', 'full', 'loud'] as const;

const Place = z.strictObject({ shardId: z.uuid(), shard: z.string(), tier: z.enum(tiers) });
type Place = z.output<typeof Place>;

export const Suggestion = z.strictObject({
  tenantId: z.uuid(),
  name: z.string(),
  slug: z.string(),
  from: Place,
  to: Place,
  /** Its shard is being emptied, has little room left, or is kept busy by this tenant alone. */
  why: z.enum(reasons),
  writesPerMinute: z.number().int(),
});
export type Suggestion = z.output<typeof Suggestion>;

export interface ShardFacts {
  id: string;
  name: string;
  state: 'open' | 'closed' | 'draining' | 'down';
  wanted: 'open' | 'closed' | 'draining';
  tiers: readonly Tier[];
  room: Record<Tier, number>;
  tenants: Record<Tier, number>;
}

/** A tenant that could be moved, with what it wrote when its shard was last measured. */
export interface Resident {
  tenantId: string;
  name: string;
  slug: string;
  shardId: string;
  tier: Tier;
  writesPerMinute: number;
}

type Draft = { resident: Resident; tier: Tier; why: Suggestion['why'] };

/**
 * Moves that staff may want to make, the most pressing kind first: off shards that are being emptied,
 * off full ones, and tenants that keep a shard busy alone into a database or schema of their own.
 * A tenant is named once, and nothing is suggested for which no shard has room.
 */
export function suggestMoves(
  shards: readonly ShardFacts[],
  residents: readonly Resident[],
): Suggestion[] {
  const byId = new Map(shards.map((shard) => [shard.id, shard]));
  const taken = new Map<string, number>();
  const named = new Set<string>();
  return drafts(shards, residents).flatMap((draft) => {
    const from = byId.get(draft.resident.shardId);
    const to = from && target(shards, from, draft, taken);
    if (!from || !to || named.has(draft.resident.tenantId)) return [];
    named.add(draft.resident.tenantId);
    taken.set(key(to, draft.tier), (taken.get(key(to, draft.tier)) ?? 0) + 1);
    return [suggestion(draft, from, to)];
  });
}

function drafts(shards: readonly ShardFacts[], residents: readonly Resident[]): Draft[] {
  const of = (shard: ShardFacts) =>
    residents
      .filter(({ shardId }) => shardId === shard.id)
      .sort((a, b) => b.writesPerMinute - a.writesPerMinute);
  const answering = shards.filter(({ state }) => state !== 'down');
  const staying = answering.filter(({ wanted }) => wanted !== 'draining');
  return [
    ...answering
      .filter(({ wanted }) => wanted === 'draining')
      .flatMap((shard) => of(shard).map((resident) => leave(resident, 'draining'))),
    ...staying.flatMap((shard) =>
      of(shard)
        .filter(({ tier }) => shard.tenants[tier] >= fullShare * shard.room[tier])
        .slice(0, mostOfOneShard)
        .map((resident) => leave(resident, 'full')),
    ),
    ...staying.flatMap((shard) => loudOf(shard, of(shard))),
  ];
}

const leave = (resident: Resident, why: Draft['why']): Draft => ({
  resident,
  tier: resident.tier,
  why,
});

/** The busiest first; only who shares tables with others can disturb them there. */
function loudOf({ tenants }: ShardFacts, [busiest, ...others]: Resident[]): Draft[] {
  if (busiest?.tier !== 'pooled' || tenants.pooled < 2) return [];
  const all = others.reduce((sum, one) => sum + one.writesPerMinute, busiest.writesPerMinute);
  const { writesPerMinute } = busiest;
  if (writesPerMinute < loudRows || writesPerMinute < loudShare * all) return [];
  return (['database', 'schema'] as const).map((tier) => ({
    resident: busiest,
    tier,
    why: 'loud',
  }));
}

/** Its own shard for other walls on it, else the open one with the largest share of room left. */
function target(
  shards: readonly ShardFacts[],
  from: ShardFacts,
  { resident, tier }: Draft,
  taken: ReadonlyMap<string, number>,
): ShardFacts | undefined {
  const used = (shard: ShardFacts) =>
    (shard.tenants[tier] + (taken.get(key(shard, tier)) ?? 0)) / shard.room[tier];
  const candidates = shards.filter(
    (shard) => shard.state === 'open' && shard.tiers.includes(tier) && used(shard) < spareShare,
  );
  if (tier !== resident.tier && candidates.includes(from)) return from;
  return candidates.filter(({ id }) => id !== from.id).sort((a, b) => used(a) - used(b))[0];
}

const key = ({ id }: ShardFacts, tier: Tier) => `${id} ${tier}`;

function suggestion({ resident, tier, why }: Draft, from: ShardFacts, to: ShardFacts): Suggestion {
  const { tenantId, name, slug, writesPerMinute } = resident;
  const place = (shard: ShardFacts, of: Tier): Place => ({
    shardId: shard.id,
    shard: shard.name,
    tier: of,
  });
  return {
    tenantId,
    name,
    slug,
    from: place(from, resident.tier),
    to: place(to, tier),
    why,
    writesPerMinute,
  };
}
