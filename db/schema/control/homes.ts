import { sql } from 'drizzle-orm';
import { check, index, text, uuid } from 'drizzle-orm/pg-core';
import { control, createdAt, instant, plainId } from '../table';
import { shards } from './shards';

/**
 * Schemas and databases for one tenant each. One that stands ready is placed for the tenant whose
 * id will be the home's, so that opening it writes nothing outside the control plane.
 */
export const homes = control.table(
  'homes',
  {
    id: plainId(),
    shardId: uuid('shard_id')
      .notNull()
      .references(() => shards.id),
    tier: text('tier', { enum: ['schema', 'database'] }).notNull(),
    databaseName: text('database_name').notNull(),
    schemaName: text('schema_name').notNull(),
    roleName: text('role_name').notNull(),
    state: text('state', { enum: ['preparing', 'ready', 'taken'] })
      .notNull()
      .default('preparing'),
    /** Fingerprint of tables, guards and functions as they stand there; null until prepared. */
    shape: text('shape'),
    /** Why the last preparation or migration of it failed. */
    fault: text('fault'),
    /** When a failed migration is tried again. */
    nextTryAt: instant('next_try_at'),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [
    check('homes_tier', sql`tier in ('schema', 'database')`),
    check('homes_state', sql`state in ('preparing', 'ready', 'taken')`),
    index('homes_stock').on(t.tier, t.state, t.createdAt),
  ],
);
