import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, integer, text, unique, uuid } from 'drizzle-orm/pg-core';
import { control, createdAt, plainId } from '../table';
import { planVersions } from './plans';

/** What holds for tenants that are on no plan: the last row, by which nothing but what it gives is meant. */
export const fallbackPlans = control.table(
  'fallback_plans',
  {
    id: plainId(),
    /** In which order they were said, whatever the clocks of processes say. */
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** Null for everything, without limits. */
    planId: uuid('plan_id'),
    version: integer('version'),
    reason: text('reason').notNull(),
    byName: text('by_name').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('fallback_plans_position').on(t.position),
    foreignKey({
      name: 'fallback_plans_version',
      columns: [t.planId, t.version],
      foreignColumns: [planVersions.planId, planVersions.version],
    }),
    check('fallback_plans_whole', sql`(plan_id is null) = (version is null)`),
  ],
);
