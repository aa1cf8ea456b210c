import { sql } from 'drizzle-orm';
import { bigint, check, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

/** What staff say of a limit for one tenant, beside its plan; of each limit one holds at most. */
export const limitOverrides = controlTenantTable(
  'limit_overrides',
  {
    name: text('name').notNull(),
    /** Null for any number. */
    max: bigint('max', { mode: 'number' }),
    reason: text('reason').notNull(),
    byName: text('by_name').notNull(),
    createdAt: createdAt(),
    /** From when on it says nothing more; null for no end. */
    endsAt: instant('ends_at'),
    /** When staff ended it or said something else. */
    endedAt: instant('ended_at'),
    endedByName: text('ended_by_name'),
    endReason: text('end_reason'),
    /** When admins were told that it ends in some days, and that it is over. */
    soonToldAt: instant('soon_told_at'),
    overToldAt: instant('over_told_at'),
  },
  (t) => [
    uniqueIndex('limit_overrides_said').on(t.tenantId, t.name).where(sql`ended_at is null`),
    check('limit_overrides_max', sql`max > 0`),
  ],
);
