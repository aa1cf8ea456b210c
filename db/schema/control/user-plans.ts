import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { control, controlTenantTable, createdAt, instant } from '../table';
import { roles } from './identity';
import { subscriptionStates } from './plans';

/** What a tenant sells to its own people. Names stay; everything else stands in versions. */
export const userPlans = controlTenantTable(
  'user_plans',
  {
    name: text('name').notNull(),
    /** Whether members see it; others get it from admins alone. */
    offered: boolean('offered').notNull().default(false),
    createdAt: createdAt(),
    /** Since when nobody new gets it. */
    archivedAt: instant('archived_at'),
  },
  (t) => [uniqueIndex('user_plans_name').on(t.tenantId, sql`lower(${t.name})`)],
);

/** What such a plan says; one without a day of publishing is its draft. */
export const userPlanVersions = controlTenantTable(
  'user_plan_versions',
  {
    planId: uuid('plan_id').notNull(),
    version: integer('version').notNull(),
    terms: jsonb('terms').$type<Record<string, unknown>>().notNull(),
    revision: integer('revision').notNull().default(1),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
    publishedAt: instant('published_at'),
  },
  (t) => [
    unique('user_plan_versions_version').on(t.tenantId, t.planId, t.version),
    uniqueIndex('user_plan_versions_draft')
      .on(t.tenantId, t.planId)
      .where(sql`published_at is null`),
    foreignKey({
      name: 'user_plan_versions_plan',
      columns: [t.tenantId, t.planId],
      foreignColumns: [userPlans.tenantId, userPlans.id],
    }),
  ],
);

/** Roles that a version gives to whoever signed it, and roles whose people it is for. */
export const userPlanRoles = controlTenantTable(
  'user_plan_roles',
  {
    planId: uuid('plan_id').notNull(),
    version: integer('version').notNull(),
    roleId: uuid('role_id').notNull(),
    purpose: text('purpose', { enum: ['gives', 'for'] }).notNull(),
  },
  (t) => [
    index('user_plan_roles_version').on(t.tenantId, t.planId, t.version),
    index('user_plan_roles_role').on(t.tenantId, t.roleId),
    foreignKey({
      name: 'user_plan_roles_version_fk',
      columns: [t.tenantId, t.planId, t.version],
      foreignColumns: [
        userPlanVersions.tenantId,
        userPlanVersions.planId,
        userPlanVersions.version,
      ],
    }),
    foreignKey({
      name: 'user_plan_roles_role_fk',
      columns: [t.tenantId, t.roleId],
      foreignColumns: [roles.tenantId, roles.id],
    }),
    check('user_plan_roles_purpose', sql`purpose in ('gives', 'for')`),
  ],
);

/** A member's tie to one version of a plan, of the shape of `subscriptions`. It outlives the membership. */
export const userSubscriptions = controlTenantTable(
  'user_subscriptions',
  {
    membershipId: uuid('membership_id').notNull(),
    planId: uuid('plan_id').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: subscriptionStates }).notNull().default('signing'),
    revision: integer('revision').notNull().default(1),
    note: text('note').notNull().default(''),
    askedByName: text('asked_by_name').notNull(),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull().defaultNow(),
    nextState: text('next_state', { enum: subscriptionStates }),
    nextAt: instant('next_at'),
    nextReason: text('next_reason'),
    nextByName: text('next_by_name'),
    /** Whether the member planned it, who may then take it back. */
    nextBySelf: boolean('next_by_self').notNull().default(false),
    /** Account of who planned it last; what they may do is asked again when it is time. */
    nextById: uuid('next_by_id'),
  },
  (t) => [
    foreignKey({
      name: 'user_subscriptions_version',
      columns: [t.tenantId, t.planId, t.version],
      foreignColumns: [
        userPlanVersions.tenantId,
        userPlanVersions.planId,
        userPlanVersions.version,
      ],
    }),
    uniqueIndex('user_subscriptions_signing')
      .on(t.tenantId, t.membershipId)
      .where(sql`state = 'signing'`),
    uniqueIndex('user_subscriptions_held')
      .on(t.tenantId, t.membershipId)
      .where(sql`state in ('signed', 'suspended')`),
    index('user_subscriptions_plan').on(t.tenantId, t.planId, t.version, t.state),
    index('user_subscriptions_list').on(t.tenantId, t.changedAt),
    index('user_subscriptions_member').on(t.tenantId, t.membershipId, t.changedAt),
    check('user_subscriptions_state', sql`state in ('signing', 'signed', 'suspended', 'unsigned')`),
    check('user_subscriptions_next', sql`(next_state is null) = (next_at is null)`),
  ],
);

/** Every step of such a subscription, as it was taken. */
export const userSubscriptionChanges = controlTenantTable(
  'user_subscription_changes',
  {
    subscriptionId: uuid('subscription_id').notNull(),
    revision: integer('revision').notNull(),
    fromState: text('from_state', { enum: subscriptionStates }),
    toState: text('to_state', { enum: subscriptionStates }).notNull(),
    reason: text('reason').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'user_subscription_changes_subscription',
      columns: [t.tenantId, t.subscriptionId],
      foreignColumns: [userSubscriptions.tenantId, userSubscriptions.id],
    }),
    unique('user_subscription_changes_revision').on(t.tenantId, t.subscriptionId, t.revision),
  ],
);

/**
 * Roles that members have everywhere at this moment, each once: those that somebody gave and that have
 * not ended, and those that come with the plan they signed. Made in `db/sql/held-roles.ts`.
 */
export const heldRoles = control
  .view('held_roles', {
    tenantId: uuid('tenant_id').notNull(),
    membershipId: uuid('membership_id').notNull(),
    roleId: uuid('role_id').notNull(),
  })
  .existing();
