import { sql } from 'drizzle-orm';
import { check, index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

export const deletionStates = ['waiting', 'removing', 'removed', 'cancelled'] as const;

/** What went with a tenant. */
export interface RemovedCounts {
  rows: number;
  files: number;
  /** Accounts that had no other tenant. */
  accounts: number;
}

/**
 * Tenants that asked to go, each from request to removal. A row outlives its tenant: it is what the
 * control plane still knows of it.
 */
export const deletions = controlTenantTable(
  'deletions',
  {
    state: text('state', { enum: deletionStates }).notNull().default('waiting'),
    /** As the tenant was called when it asked. */
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    askedBy: uuid('asked_by'),
    askedByName: text('asked_by_name').notNull(),
    createdAt: createdAt(),
    /** From then on the operator may remove it. */
    dueAt: instant('due_at').notNull(),
    endedAt: instant('ended_at'),
    /** Who cancelled it; null when it was carried out. */
    endedByName: text('ended_by_name'),
    endReason: text('end_reason'),
    removed: jsonb('removed').$type<RemovedCounts>(),
  },
  (t) => [
    check('deletions_state', sql`state in ('waiting', 'removing', 'removed', 'cancelled')`),
    uniqueIndex('deletions_open').on(t.tenantId).where(sql`state in ('waiting', 'removing')`),
    index('deletions_due').on(t.dueAt).where(sql`state in ('waiting', 'removing')`),
  ],
);
