import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ControlDb } from '@/db/control';
import { homes, shardLoads, shardStates, shards, tierNames } from '@/db/schema/control';

const PerTier = z.strictObject({
  pooled: z.number().int(),
  schema: z.number().int(),
  database: z.number().int(),
});

export const ShardRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** Name of the setting that holds its URL. */
  connection: z.string(),
  /** What it is: `down` when it does not answer, whatever staff want of it. */
  state: z.enum([...shardStates, 'down']),
  /** What staff want of it. */
  wanted: z.enum(shardStates),
  stateReason: z.string().nullable(),
  /** What new tenants may be placed there. */
  tiers: z.array(z.enum(tierNames)),
  /** How many tenants of each tier it can hold, and how many it holds. */
  room: PerTier,
  tenants: PerTier,
  /** Empty homes that stand ready, and how many are to. */
  ready: z.strictObject({
    schemas: z.number().int(),
    databases: z.number().int(),
    wantedSchemas: z.number().int(),
    wantedDatabases: z.number().int(),
  }),
  sizeBytes: z.number().int(),
  connections: z.number().int(),
  maxConnections: z.number().int(),
  /** When it last answered the operator; null before the first look. */
  sampledAt: z.coerce.date().nullable(),
  downSince: z.coerce.date().nullable(),
  /** What it said when it did not answer. */
  fault: z.string().nullable(),
});
export type ShardRow = z.output<typeof ShardRow>;

/** Shards by name, or the one of an id. */
export async function readShards(db: ControlDb, id?: string): Promise<ShardRow[]> {
  const rows = await db
    .select({
      shard: shards,
      load: shardLoads,
      schemas: ready('schema'),
      databases: ready('database'),
    })
    .from(shards)
    .leftJoin(shardLoads, eq(shardLoads.shardId, shards.id))
    .where(id ? eq(shards.id, id) : undefined)
    .orderBy(shards.name);
  return rows.map(({ shard, load, schemas, databases }) => ({
    id: shard.id,
    name: shard.name,
    connection: shard.connection,
    state: load?.downSince ? 'down' : shard.state,
    wanted: shard.state,
    stateReason: shard.stateReason,
    tiers: shard.tiers,
    room: { pooled: shard.roomPooled, schema: shard.roomSchema, database: shard.roomDatabase },
    tenants: {
      pooled: load?.pooled ?? 0,
      schema: load?.schema ?? 0,
      database: load?.database ?? 0,
    },
    ready: {
      schemas,
      databases,
      wantedSchemas: shard.readySchemas,
      wantedDatabases: shard.readyDatabases,
    },
    sizeBytes: load?.sizeBytes ?? 0,
    connections: load?.connections ?? 0,
    maxConnections: load?.maxConnections ?? 0,
    sampledAt: load?.sampledAt ?? null,
    downSince: load?.downSince ?? null,
    fault: load?.fault ?? null,
  }));
}

const ready = (tier: 'schema' | 'database') =>
  sql<number>`(select count(*) from ${homes} where ${homes.shardId} = ${shards.id}
    and ${homes.tier} = ${tier} and ${homes.state} = 'ready')`.mapWith(Number);
