import { expect, it } from 'vitest';
import { type Resident, type ShardFacts, suggestMoves } from './suggest';

const shard = (name: string, facts: Partial<ShardFacts> = {}): ShardFacts => ({
  id: name,
  name,
  state: 'open',
  wanted: 'open',
  tiers: ['pooled', 'schema', 'database'],
  room: { pooled: 100, schema: 10, database: 10 },
  tenants: { pooled: 5, schema: 1, database: 1 },
  ...facts,
});

const resident = (tenantId: string, facts: Partial<Resident> = {}): Resident => ({
  tenantId,
  name: tenantId,
  slug: tenantId,
  shardId: 'east',
  tier: 'pooled',
  writesPerMinute: 0,
  ...facts,
});

const told = (shards: ShardFacts[], residents: Resident[]) =>
  suggestMoves(shards, residents).map(
    ({ tenantId, to, why }) => `${tenantId} to ${to.tier} on ${to.shard}: ${why}`,
  );

it('has nothing to say of shards with room on which nobody is loud', () => {
  expect(told([shard('east'), shard('west')], [resident('a'), resident('b')])).toEqual([]);
});

it('empties a shard that is draining, each tenant at the tier it has', () => {
  const draining = shard('east', { state: 'draining', wanted: 'draining' });
  const there = [resident('a'), resident('b', { tier: 'schema' })];
  expect(told([draining, shard('west'), shard('north', { tenants: all(6) })], there)).toEqual([
    'a to pooled on west: draining',
    'b to schema on west: draining',
  ]);
  expect(told([draining, shard('west', { state: 'down' })], there)).toEqual([]);
  expect(told([draining, shard('west', { tiers: ['pooled'] })], there)).toHaveLength(1);
});

it('gives no shard more than it has room for', () => {
  const draining = shard('east', { state: 'draining', wanted: 'draining' });
  const many = Array.from({ length: 9 }, (_, n) => resident(`t${n}`, { tier: 'database' }));
  expect(told([draining, shard('west')], many)).toHaveLength(6);
});

it('relieves a full shard of its busiest tenants', () => {
  const full = shard('east', { tenants: { pooled: 95, schema: 1, database: 1 } });
  const there = Array.from({ length: 8 }, (_, n) => resident(`t${n}`, { writesPerMinute: n }));
  expect(told([full, shard('west')], there)).toEqual(
    ['t7', 't6', 't5', 't4', 't3'].map((name) => `${name} to pooled on west: full`),
  );
  expect(told([full, shard('west', { tenants: all(80) })], there)).toEqual([]);
});

it('gives a tenant that keeps others waiting walls of its own, once', () => {
  const busy = [resident('a', { writesPerMinute: 5_000 }), resident('b', { writesPerMinute: 40 })];
  expect(told([shard('east'), shard('west')], busy)).toEqual(['a to database on east: loud']);
  expect(told([shard('east', { tiers: ['pooled', 'schema'] })], busy)).toEqual([
    'a to schema on east: loud',
  ]);
  expect(told([shard('east', { tiers: ['pooled'] }), shard('west')], busy)).toEqual([
    'a to database on west: loud',
  ]);
  const alone = shard('east', { tenants: { pooled: 1, schema: 3, database: 3 } });
  expect(told([alone], busy.slice(0, 1))).toEqual([]);
  expect(told([shard('east')], [resident('a', { writesPerMinute: 900 }), resident('b')])).toEqual(
    [],
  );
});

const all = (n: number) => ({ pooled: n, schema: n, database: n });
