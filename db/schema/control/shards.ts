import { sql } from 'drizzle-orm';
import { bigint, check, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { control, createdAt, instant, plainId } from '../table';

export const tierNames = ['pooled', 'schema', 'database'] as const;
export type Tier = (typeof tierNames)[number];

/** What staff want of a shard; whether it answers stands in `shardLoads`. */
export const shardStates = ['open', 'closed', 'draining'] as const;

/** Postgres servers that hold tenants. */
export const shards = control.table(
  'shards',
  {
    id: plainId(),
    name: text('name').notNull().unique('shards_name'),
    /** Name of the connection setting that reaches it; never a URL with a password. */
    connection: text('connection').notNull().unique('shards_connection'),
    state: text('state', { enum: shardStates }).notNull().default('open'),
    /** Why it is not open. */
    stateReason: text('state_reason'),
    /** What new tenants may be placed here, and how many of each it can hold. */
    tiers: text('tiers', { enum: tierNames })
      .array()
      .notNull()
      .default(sql`'{pooled,schema,database}'`),
    roomPooled: integer('room_pooled').notNull().default(100_000),
    roomSchema: integer('room_schema').notNull().default(200),
    roomDatabase: integer('room_database').notNull().default(400),
    /** How many empty schemas and databases stand ready there for new tenants. */
    readySchemas: integer('ready_schemas').notNull().default(1),
    readyDatabases: integer('ready_databases').notNull().default(1),
    /** Fingerprint of the shared tables as they stand there; null until first set up. */
    shape: text('shape'),
    /** Why the last migration of the shared tables failed, and when it is tried again. */
    fault: text('fault'),
    nextTryAt: instant('next_try_at'),
    createdAt: createdAt(),
  },
  () => [
    check('shards_state', sql`state in ('open', 'closed', 'draining')`),
    check('shards_tiers', sql`tiers <@ '{pooled,schema,database}'`),
    check('shards_room', sql`least(room_pooled, room_schema, room_database) >= 0`),
  ],
);

/** A tenant that writes much, as the last look saw it. */
export interface HotTenant {
  tenantId: string;
  tier: Tier;
  /** Rows written per minute since the look before. */
  writesPerMinute: number;
}

/** What the operator saw when it last looked at a shard; one row a shard. */
export const shardLoads = control.table('shard_loads', {
  shardId: uuid('shard_id')
    .primaryKey()
    .references(() => shards.id, { onDelete: 'cascade' }),
  /** When it last answered. */
  sampledAt: instant('sampled_at'),
  pooled: integer('pooled').notNull().default(0),
  schema: integer('schema').notNull().default(0),
  database: integer('database').notNull().default(0),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull().default(0),
  connections: integer('connections').notNull().default(0),
  maxConnections: integer('max_connections').notNull().default(0),
  hot: jsonb('hot').$type<HotTenant[]>().notNull().default([]),
  hotAt: instant('hot_at'),
  /** Rows ever written by home, as the server counted them at `hot_at`. */
  written: jsonb('written').$type<Record<string, number>>().notNull().default({}),
  /** Since when it does not answer, and its words; null while it does. */
  downSince: instant('down_since'),
  fault: text('fault'),
});
