import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { control, controlTenantTable, createdAt, instant, plainId } from '../table';

/** What the platform sells to tenants. Names stay; everything else stands in versions. */
export const plans = control.table(
  'plans',
  {
    id: plainId(),
    name: text('name').notNull(),
    /** Whether tenants see it and may ask for it; others get it from staff alone. */
    offered: boolean('offered').notNull().default(false),
    createdAt: createdAt(),
    /** Since when nobody new gets it. */
    archivedAt: instant('archived_at'),
  },
  (t) => [uniqueIndex('plans_name').on(sql`lower(${t.name})`)],
);

/** What a plan says. A version without a day of publishing is its draft, of which there is one at most. */
export const planVersions = control.table(
  'plan_versions',
  {
    planId: uuid('plan_id')
      .notNull()
      .references(() => plans.id),
    version: integer('version').notNull(),
    terms: jsonb('terms').$type<Record<string, unknown>>().notNull(),
    revision: integer('revision').notNull().default(1),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
    publishedAt: instant('published_at'),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.version] }),
    uniqueIndex('plan_versions_draft').on(t.planId).where(sql`published_at is null`),
  ],
);

export const subscriptionStates = ['signing', 'signed', 'suspended', 'unsigned'] as const;

/** A tenant's tie to one version of a plan. At most one holds, and one more is being signed. */
export const subscriptions = controlTenantTable(
  'subscriptions',
  {
    planId: uuid('plan_id').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: subscriptionStates }).notNull().default('signing'),
    /** Counts every change; whoever changes it names the one they saw. */
    revision: integer('revision').notNull().default(1),
    note: text('note').notNull().default(''),
    askedByName: text('asked_by_name').notNull(),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull().defaultNow(),
    /** What it becomes at a later instant, by whose word and why. */
    nextState: text('next_state', { enum: subscriptionStates }),
    nextAt: instant('next_at'),
    nextReason: text('next_reason'),
    nextByName: text('next_by_name'),
  },
  (t) => [
    foreignKey({
      name: 'subscriptions_version',
      columns: [t.planId, t.version],
      foreignColumns: [planVersions.planId, planVersions.version],
    }),
    uniqueIndex('subscriptions_signing').on(t.tenantId).where(sql`state = 'signing'`),
    uniqueIndex('subscriptions_held').on(t.tenantId).where(sql`state in ('signed', 'suspended')`),
    check('subscriptions_state', sql`state in ('signing', 'signed', 'suspended', 'unsigned')`),
    check('subscriptions_next', sql`(next_state is null) = (next_at is null)`),
  ],
);

/** Every step of a subscription, as it was taken. */
export const subscriptionChanges = controlTenantTable(
  'subscription_changes',
  {
    subscriptionId: uuid('subscription_id').notNull(),
    revision: integer('revision').notNull(),
    fromState: text('from_state', { enum: subscriptionStates }),
    toState: text('to_state', { enum: subscriptionStates }).notNull(),
    reason: text('reason').notNull(),
    byName: text('by_name').notNull(),
    /** Whether Stripe brought it about, whatever people are called. */
    byStripe: boolean('by_stripe').notNull().default(false),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'subscription_changes_subscription',
      columns: [t.tenantId, t.subscriptionId],
      foreignColumns: [subscriptions.tenantId, subscriptions.id],
    }),
    uniqueIndex('subscription_changes_revision').on(t.tenantId, t.subscriptionId, t.revision),
  ],
);
