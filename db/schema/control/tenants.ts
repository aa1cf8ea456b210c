import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { control, controlTenantTable, createdAt, instant, plainId } from '../table';
import { shards, tierNames } from './shards';

export const pools = control.table('pools', {
  id: plainId(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['private', 'shared'] }).notNull(),
  createdAt: createdAt(),
});

export const tenantStatuses = ['active', 'suspended', 'closing', 'closed'] as const;

export const tenants = control.table(
  'tenants',
  {
    id: plainId(),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    slug: text('slug').notNull().unique('tenants_slug'),
    name: text('name').notNull(),
    status: text('status', { enum: tenantStatuses }).notNull().default('active'),
    statusReason: text('status_reason'),
    statusChangedAt: instant('status_changed_at').notNull().defaultNow(),
    locale: text('locale', { enum: ['en', 'ko'] })
      .notNull()
      .default('en'),
    timeZone: text('time_zone').notNull().default('UTC'),
    ownerId: uuid('owner_id'),
    /** Operations that some webhook of its waits for, `*` for all: known with every request, so that none asks. */
    eventKinds: text('event_kinds').array().notNull().default(sql`'{}'`),
    createdAt: createdAt(),
  },
  (t) => [
    check('tenants_status', sql`status in ('active', 'suspended', 'closing', 'closed')`),
    // What ties two tenants of one pool together.
    unique('tenants_pool').on(t.poolId, t.id),
    index('tenants_created').on(t.createdAt),
  ],
);

/** An owner's word to another admin that the workspace be theirs; one at a time. */
export const ownershipOffers = controlTenantTable(
  'ownership_offers',
  {
    /** The owner who offers; null where there is none and an admin offers in their place. */
    ownerId: uuid('owner_id'),
    toUserId: uuid('to_user_id').notNull(),
    byName: text('by_name').notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [unique('ownership_offers_tenant').on(t.tenantId)],
);

export const domainStates = ['pending', 'verified', 'live', 'broken', 'released'] as const;
/** What the last look at a record came to; `held` where it is right and the name is kept from this tenant. */
export const recordFindings = ['right', 'other', 'none', 'failed', 'held'] as const;

/** A name that a tenant says is its own, with the record that would prove it and what was seen of it. */
export const domains = controlTenantTable(
  'domains',
  {
    /** Normalised: lower case, punycode, no port, no trailing dot. */
    host: text('host').notNull(),
    state: text('state', { enum: domainStates }).notNull().default('pending'),
    isPrimary: boolean('is_primary').notNull().default(false),
    /** Whether its pages lead on to the primary one. */
    redirects: boolean('redirects').notNull().default(true),
    /** Random; stands in the record that the tenant is asked to set. */
    proof: text('proof').notNull(),
    finding: text('finding', { enum: recordFindings }),
    /** How many texts stood there that are not ours. */
    others: integer('others').notNull().default(0),
    routeFinding: text('route_finding', { enum: recordFindings }),
    /** Names or addresses to which the name led. */
    routeFound: text('route_found').array().notNull().default(sql`'{}'`),
    /** When the last look began; null before the first. */
    checkedAt: instant('checked_at'),
    verifiedAt: instant('verified_at'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('domains_tenant_host').on(t.tenantId, t.host),
    uniqueIndex('domains_primary').on(t.tenantId).where(sql`is_primary`),
    check('domains_state', sql`state in ('pending', 'verified', 'live', 'broken', 'released')`),
  ],
);

/**
 * Whose a custom host is, and whether it is served. Global truth: one row a host, written by
 * `control.hold_host` and `control.release_host` alone. Without a tenant it is kept from all but the
 * one that had it, until it is free.
 */
export const hosts = control.table(
  'hosts',
  {
    host: text('host').primaryKey(),
    tenantId: uuid('tenant_id').references(() => tenants.id),
    serves: boolean('serves').notNull().default(true),
    /** When its proof was last seen; null where the house gave it, which needs none. */
    provenAt: instant('proven_at'),
    nextCheckAt: instant('next_check_at'),
    formerId: uuid('former_id'),
    freeAt: instant('free_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('hosts_tenant').on(t.tenantId),
    index('hosts_former').on(t.formerId),
    index('hosts_due').on(t.nextCheckAt),
    check('hosts_held', sql`tenant_id is not null or (not serves and free_at is not null)`),
  ],
);

/** Published looks and switches of a tenant, in the compact form that middleware carries. */
export const brandings = controlTenantTable(
  'brandings',
  {
    version: integer('version').notNull(),
    state: text('state', { enum: ['draft', 'published', 'retired'] }).notNull(),
    tokens: jsonb('tokens').$type<Record<string, unknown>>().notNull(),
    /** The compact published form that middleware carries: `PublishedBrand`. */
    brand: jsonb('brand').$type<Record<string, unknown>>(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    publishedAt: instant('published_at'),
  },
  (t) => [unique('brandings_version').on(t.tenantId, t.version)],
);

export const brandAssets = controlTenantTable('brand_assets', {
  kind: text('kind', { enum: ['logo', 'favicon'] }).notNull(),
  mediaType: text('media_type').notNull(),
  /** Base64 of the re-encoded picture; at most 256 KiB. */
  content: text('content').notNull(),
  createdAt: createdAt(),
});

export const tenantModules = controlTenantTable(
  'tenant_modules',
  {
    module: text('module').notNull(),
    enabled: boolean('enabled').notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [unique('tenant_modules_module').on(t.tenantId, t.module)],
);

export const placements = control.table(
  'placements',
  {
    tenantId: uuid('tenant_id')
      .primaryKey()
      .references(() => tenants.id),
    shardId: uuid('shard_id')
      .notNull()
      .references(() => shards.id),
    tier: text('tier', { enum: tierNames }).notNull(),
    databaseName: text('database_name').notNull(),
    schemaName: text('schema_name').notNull(),
    roleName: text('role_name').notNull(),
    epoch: bigint('epoch', { mode: 'number' }).notNull().default(1),
    state: text('state', { enum: ['active', 'fenced', 'moved'] })
      .notNull()
      .default('active'),
    schemaVersion: integer('schema_version').notNull().default(0),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [
    index('placements_shard').on(t.shardId, t.tier, t.changedAt),
    // One tenant a home.
    uniqueIndex('placements_home').on(t.roleName).where(sql`tier <> 'pooled'`),
  ],
);

/** Hosts whose directory entry changed; readers ask from their last snapshot horizon. */
export const directoryChanges = control.table(
  'directory_changes',
  {
    id: plainId(),
    transactionId: bigint('transaction_id', { mode: 'number' }).notNull(),
    /** `slug:{slug}` or `host:{host}`: the name under which readers cache the entry. */
    key: text('key').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [index('directory_changes_transaction').on(t.transactionId)],
);
