import { sql } from 'drizzle-orm';
import { check, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';
import { tierNames } from './shards';

export const tierRequestStates = ['waiting', 'granted', 'declined', 'withdrawn'] as const;

/** Wishes of tenants for other walls, each with what became of it. */
export const tierRequests = controlTenantTable(
  'tier_requests',
  {
    tier: text('tier', { enum: tierNames }).notNull(),
    state: text('state', { enum: tierRequestStates }).notNull().default('waiting'),
    /** In the words of the tenant's admin. */
    note: text('note').notNull().default(''),
    askedBy: uuid('asked_by'),
    askedByName: text('asked_by_name').notNull(),
    createdAt: createdAt(),
    endedAt: instant('ended_at'),
    /** Why it was declined, for the tenant to read. */
    answer: text('answer'),
    /** The move that carries it out. */
    moveId: uuid('move_id'),
  },
  (t) => [
    check('tier_requests_tier', sql`tier in ('pooled', 'schema', 'database')`),
    check('tier_requests_state', sql`state in ('waiting', 'granted', 'declined', 'withdrawn')`),
    uniqueIndex('tier_requests_waiting').on(t.tenantId).where(sql`state = 'waiting'`),
    index('tier_requests_recent').on(t.state, t.createdAt),
  ],
);
