import { boolean, foreignKey, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { control, instant } from '../table';
import { planVersions } from './plans';

export const stripePlanStates = ['waiting', 'known', 'refused'] as const;

/** Versions of plans with prices that Stripe is told of, or was. Whoever runs the product tells it. */
export const stripePlans = control.table(
  'stripe_plans',
  {
    planId: uuid('plan_id').notNull(),
    version: integer('version').notNull(),
    /** Which account of Stripe was told, as a hash of its key and address. */
    account: text('account').notNull(),
    state: text('state', { enum: stripePlanStates }).notNull().default('waiting'),
    /** What Stripe said against it, or why it was not heard. */
    fault: text('fault'),
    /** Whether the plan can be signed there, as it was last told. */
    active: boolean('active').notNull(),
    tries: integer('tries').notNull().default(0),
    toldAt: instant('told_at'),
    /** When it is told next; null where nothing is left to tell. */
    nextAt: instant('next_at').defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.version] }),
    foreignKey({
      name: 'stripe_plans_version',
      columns: [t.planId, t.version],
      foreignColumns: [planVersions.planId, planVersions.version],
    }),
  ],
);
