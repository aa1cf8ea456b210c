import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';
import { shards, type Tier, tierNames } from './shards';

export const moveStates = [
  'waiting',
  'copying',
  'following',
  'cutting',
  'flipped',
  'done',
  'abandoned',
] as const;

/** Where a tenant's rows stood before a move, or will stand after it. */
export interface MovePlace {
  shardId: string;
  connection: string;
  tier: Tier;
  databaseName: string;
  schemaName: string;
  roleName: string;
}

export interface MoveProgress {
  /** Rows to copy, counted at the moment they are copied from. */
  rowsTotal?: number;
  rowsCopied?: number;
  /** How often changes made meanwhile were brought over, and how many rows the last time. */
  passes?: number;
  lastPassRows?: number;
  /** Tables whose sums were the same on both sides, with rows and sum. */
  verified?: Record<string, { rows: number; checksum: string }>;
  /** Rows found different by verification and copied again. */
  repaired?: number;
  /** How often a cut-over was put off because somebody's transaction stayed open. */
  putOff?: number;
  /** Milliseconds in which writes waited. */
  pauseMs?: number;
}

/** Changes of a tenant's home, each from request to release of the old copy. */
export const moves = controlTenantTable(
  'moves',
  {
    state: text('state', { enum: moveStates }).notNull().default('waiting'),
    /** What staff want of it now: bring it to its end, keep following, or give it up. */
    wish: text('wish', { enum: ['finish', 'follow', 'abandon'] })
      .notNull()
      .default('finish'),
    targetTier: text('target_tier', { enum: tierNames }).notNull(),
    targetShardId: uuid('target_shard_id')
      .notNull()
      .references(() => shards.id),
    source: jsonb('source').$type<MovePlace>(),
    target: jsonb('target').$type<MovePlace>(),
    /** Epoch of the placement that the move starts from. */
    epoch: integer('epoch'),
    /** What the copy holds: a snapshot of the source, and the earliest moment it may lack. */
    snapshot: text('snapshot'),
    horizon: text('horizon'),
    progress: jsonb('progress').$type<MoveProgress>().notNull().default({}),
    reason: text('reason').notNull(),
    askedBy: uuid('asked_by'),
    /** Why the last attempt stopped; null when the move goes on. */
    fault: text('fault'),
    faults: integer('faults').notNull().default(0),
    retryAt: instant('retry_at'),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    /** When the copy at the old place was asked to be removed, and when it was. */
    releaseAskedAt: instant('release_asked_at'),
    releasedAt: instant('released_at'),
  },
  (t) => [
    check(
      'moves_state',
      sql`state in ('waiting', 'copying', 'following', 'cutting', 'flipped', 'done', 'abandoned')`,
    ),
    check('moves_wish', sql`wish in ('finish', 'follow', 'abandon')`),
    check('moves_target_tier', sql`target_tier in ('pooled', 'schema', 'database')`),
    uniqueIndex('moves_one_at_a_time').on(t.tenantId).where(sql`finished_at is null`),
    index('moves_tenant').on(t.tenantId, t.createdAt),
  ],
);
