import { sql } from 'drizzle-orm';
import { check, index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

/** What opening a tenant with walls of its own takes, one after the other. */
export const openingSteps = ['place', 'home', 'tenant', 'contents'] as const;
export type OpeningStepName = (typeof openingSteps)[number];

/** One step as it went at its last try; times as ISO text. */
export interface OpeningStep {
  begunAt: string;
  endedAt?: string;
  note?: string;
}

export interface OpeningProgress {
  steps: Partial<Record<OpeningStepName, OpeningStep>>;
  /** The address went to somebody else meanwhile; another must be chosen. */
  slugLost?: boolean;
}

/**
 * Tenants that are to be opened by the operator, each under the id it will have; `id` is the
 * operation's. The address is held for it until it is open or given up.
 */
export const openings = controlTenantTable(
  'openings',
  {
    poolId: uuid('pool_id').notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    tier: text('tier', { enum: ['schema', 'database'] }).notNull(),
    /** Name of the shard that was asked for. */
    shard: text('shard'),
    /** Owner, looks and all, sealed; null once it is not needed any more. */
    request: text('request'),
    askedByName: text('asked_by_name').notNull(),
    progress: jsonb('progress').$type<OpeningProgress>().notNull().default({ steps: {} }),
    /** The home it is going to live in, from before that is built. */
    homeId: uuid('home_id'),
    createdAt: createdAt(),
    retryAskedAt: instant('retry_asked_at'),
    giveUpAskedAt: instant('give_up_asked_at'),
    /** Written in the transaction that enters the tenant. */
    openedAt: instant('opened_at'),
    /** When the founder came in by it. */
    arrivedAt: instant('arrived_at'),
    /** Nothing is left to do for it. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    check('openings_tier', sql`tier in ('schema', 'database')`),
    uniqueIndex('openings_slug')
      .on(t.slug)
      .where(sql`opened_at is null and give_up_asked_at is null`),
    index('openings_home').on(t.homeId).where(sql`ended_at is null`),
    index('openings_recent').on(t.createdAt),
  ],
);
