import { sql } from 'drizzle-orm';
import { index, integer, jsonb, text } from 'drizzle-orm/pg-core';
import { controlTenantTable, instant } from '../table';

/** Jobs that failed as often as they are tried, out of the queue until staff have them tried again. */
export const parkedJobs = controlTenantTable(
  'parked_jobs',
  {
    plane: text('plane', { enum: ['control', 'tenant'] }).notNull(),
    job: text('job').notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    attempts: integer('attempts').notNull(),
    /** First line of the last failure. */
    error: text('error').notNull(),
    parkedAt: instant('parked_at').notNull().defaultNow(),
    retryAskedAt: instant('retry_asked_at'),
  },
  (t) => [
    index('parked_jobs_retry').on(t.tenantId).where(sql`retry_asked_at is not null`),
    index('parked_jobs_at').on(t.parkedAt),
  ],
);
