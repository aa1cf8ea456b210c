import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

export const operationStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/**
 * Long work on one tenant that only the operator may do, such as a backup or a move. Web asks by
 * inserting a row; the operator claims it under a lease, and another goes on when the lease runs out.
 */
export const operations = controlTenantTable(
  'operations',
  {
    kind: text('kind').notNull(),
    state: text('state', { enum: operationStates }).notNull().default('queued'),
    input: jsonb('input').$type<Record<string, unknown>>().notNull().default({}),
    /** Where the work stands: enough to go on from after its process was killed. */
    progress: jsonb('progress').$type<Record<string, unknown>>().notNull().default({}),
    result: jsonb('result').$type<Record<string, unknown>>(),
    /** For the reader: what went wrong and what to do. */
    error: text('error'),
    attempts: integer('attempts').notNull().default(0),
    availableAt: instant('available_at').notNull().defaultNow(),
    worker: uuid('worker'),
    leaseUntil: instant('lease_until'),
    cancelAskedAt: instant('cancel_asked_at'),
    /** Staff want a failed one tried again. */
    retryAskedAt: instant('retry_asked_at'),
    /** User or staff; null when the schedule asked. */
    askedBy: uuid('asked_by'),
    askedByName: text('asked_by_name'),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    check('operations_state', sql`state in ('queued', 'running', 'done', 'failed', 'cancelled')`),
    // Two at once would work on the same rows; the index is what makes one wait.
    uniqueIndex('operations_running').on(t.tenantId).where(sql`state = 'running'`),
    uniqueIndex('operations_waiting').on(t.tenantId, t.kind).where(sql`state = 'queued'`),
    index('operations_claim').on(t.state, t.availableAt).where(sql`state in ('queued', 'running')`),
    index('operations_retry').on(t.retryAskedAt).where(sql`retry_asked_at is not null`),
    index('operations_failed').on(t.finishedAt).where(sql`state = 'failed'`),
    index('operations_recent').on(t.tenantId, t.kind, t.createdAt),
  ],
);
