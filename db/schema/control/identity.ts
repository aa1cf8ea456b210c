import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { control, controlTenantTable, createdAt, instant, plainId } from '../table';
import { pools, tenants } from './tenants';

export const users = control.table(
  'users',
  {
    id: plainId(),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    email: text('email').notNull(),
    /** Trimmed, NFKC, lower case: what makes an account unique in its pool. */
    emailKey: text('email_key').notNull(),
    name: text('name').notNull(),
    emailVerifiedAt: instant('email_verified_at'),
    state: text('state', { enum: ['active', 'locked', 'erased'] })
      .notNull()
      .default('active'),
    locale: text('locale'),
    timeZone: text('time_zone'),
    createdAt: createdAt(),
  },
  (t) => [unique('users_email').on(t.poolId, t.emailKey), unique('users_pool').on(t.poolId, t.id)],
);

/** Secrets a user proves identity with. Visible to pool-scoped work only. */
export const credentials = control.table(
  'credentials',
  {
    id: plainId(),
    poolId: uuid('pool_id').notNull(),
    userId: uuid('user_id').notNull(),
    kind: text('kind', { enum: ['password'] }).notNull(),
    secret: text('secret').notNull(),
    /** A password too weak to stand alone: the account keeps its second factor while it has this. */
    besideFactor: boolean('beside_factor').notNull().default(false),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [
    unique('credentials_kind').on(t.poolId, t.userId, t.kind),
    foreignKey({
      name: 'credentials_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
  ],
);

/** One signed-in device of a pool account. */
export const logins = control.table(
  'logins',
  {
    id: plainId(),
    poolId: uuid('pool_id').notNull(),
    userId: uuid('user_id').notNull(),
    method: text('method').notNull(),
    device: text('device').notNull().default(''),
    address: text('address'),
    /** What was proven besides, and when; null where one proof was enough. */
    secondFactor: text('second_factor', {
      enum: ['totp', 'recovery_code', 'provider', 'passkey'],
    }),
    secondFactorAt: instant('second_factor_at'),
    /** The one tenant this device may be in, whose identity provider let it in; null for the pool. */
    onlyTenantId: uuid('only_tenant_id'),
    createdAt: createdAt(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    unique('logins_pool').on(t.poolId, t.id),
    index('logins_user').on(t.poolId, t.userId),
    foreignKey({
      name: 'logins_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
  ],
);

/** A login's presence on one host. The cookie holds the token; the row holds its hash and decides. */
export const sessions = control.table(
  'sessions',
  {
    id: plainId(),
    poolId: uuid('pool_id').notNull(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    loginId: uuid('login_id').notNull(),
    userId: uuid('user_id').notNull(),
    host: text('host').notNull(),
    kind: text('kind', { enum: ['browser', 'api'] })
      .notNull()
      .default('browser'),
    tokenHash: text('token_hash').notNull().unique('sessions_token'),
    createdAt: createdAt(),
    /** When the person last proved who they are; dangerous acts want this to be fresh. */
    provenAt: instant('proven_at').notNull().defaultNow(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    idleSeconds: integer('idle_seconds').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('sessions_user').on(t.poolId, t.userId),
    index('sessions_login').on(t.poolId, t.loginId),
    index('sessions_tenant').on(t.tenantId),
    foreignKey({
      name: 'sessions_login_fk',
      columns: [t.poolId, t.loginId],
      foreignColumns: [logins.poolId, logins.id],
    }).onDelete('cascade'),
  ],
);

/** Single-use proofs: magic link, reset, hand-off between hosts, arrival after sign-up. */
export const oneTimeTokens = control.table(
  'one_time_tokens',
  {
    id: plainId(),
    purpose: text('purpose', { enum: ['magic_link', 'reset', 'hand_off', 'arrival'] }).notNull(),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    /** Tenant whose host may redeem it. */
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    userId: uuid('user_id').notNull(),
    loginId: uuid('login_id'),
    host: text('host').notNull(),
    tokenHash: text('token_hash').notNull().unique('one_time_tokens_token'),
    /** Hash of the browser nonce the redeeming browser must present, where the purpose asks for one. */
    nonceHash: text('nonce_hash'),
    returnPath: text('return_path').notNull().default('/'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('one_time_tokens_user').on(t.poolId, t.userId),
    foreignKey({
      name: 'one_time_tokens_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
  ],
);

export const membershipStates = ['active', 'suspended', 'unclaimed'] as const;

export const memberships = controlTenantTable(
  'memberships',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** `unclaimed` while the tenant has joined another pool and this person has not come over. */
    state: text('state', { enum: membershipStates }).notNull().default('active'),
    joinedAt: instant('joined_at').notNull().defaultNow(),
  },
  (t) => [
    unique('memberships_user').on(t.tenantId, t.userId),
    index('memberships_by_user').on(t.userId),
  ],
);

export const roles = controlTenantTable(
  'roles',
  {
    key: text('key').notNull(),
    name: text('name').notNull(),
    /** A built-in role takes its permissions from code; the stored list is for a tenant's own roles. */
    builtIn: boolean('built_in').notNull().default(false),
    permissions: text('permissions').array().notNull().default(sql`'{}'`),
    /** Key of the built-in role that a tenant's own one is compared with. */
    base: text('base'),
    /** Grows with every change, so that two editors notice each other. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [unique('roles_key').on(t.tenantId, t.key)],
);

export const membershipRoles = controlTenantTable(
  'membership_roles',
  {
    membershipId: uuid('membership_id').notNull(),
    roleId: uuid('role_id').notNull(),
    createdAt: createdAt(),
    /** From then on it gives nothing; null for a role that stays. */
    endsAt: instant('ends_at'),
  },
  (t) => [
    unique('membership_roles_pair').on(t.tenantId, t.membershipId, t.roleId),
    foreignKey({
      name: 'membership_roles_membership_fk',
      columns: [t.tenantId, t.membershipId],
      foreignColumns: [memberships.tenantId, memberships.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'membership_roles_role_fk',
      columns: [t.tenantId, t.roleId],
      foreignColumns: [roles.tenantId, roles.id],
    }),
  ],
);

export const roleChangeKinds = ['given', 'taken', 'end_changed', 'ended'] as const;

/** How people came to their roles and lost them, in words that outlive the role. Append-only. */
export const roleChanges = controlTenantTable(
  'role_changes',
  {
    userId: uuid('user_id').notNull(),
    kind: text('kind', { enum: roleChangeKinds }).notNull(),
    roleKey: text('role_key').notNull(),
    roleName: text('role_name').notNull(),
    /** The team that it was limited to; null for a role that held everywhere. */
    teamName: text('team_name'),
    endsAt: instant('ends_at'),
    reason: text('reason').notNull(),
    byName: text('by_name').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [index('role_changes_user').on(t.tenantId, t.userId, t.at)],
);

export const invitations = controlTenantTable(
  'invitations',
  {
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    /** How the inviter calls them; the newcomer may change it. */
    name: text('name'),
    roleId: uuid('role_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    invitedBy: uuid('invited_by'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    unique('invitations_token').on(t.tenantId, t.tokenHash),
    index('invitations_email').on(t.tenantId, t.emailKey),
    foreignKey({
      name: 'invitations_role_fk',
      columns: [t.tenantId, t.roleId],
      foreignColumns: [roles.tenantId, roles.id],
    }),
  ],
);

/** Bearer tokens of people and scripts; scopes never exceed what the maker may do now. */
export const apiTokens = controlTenantTable(
  'api_tokens',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    scopes: text('scopes').array().notNull(),
    /** Made by who came in for this tenant alone, through its provider: it ends with that way in. */
    throughProvider: boolean('through_provider').notNull().default(false),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    unique('api_tokens_token').on(t.tenantId, t.tokenHash),
    check('api_tokens_scopes', sql`cardinality(scopes) > 0`),
  ],
);

/** Counters of guesses, keyed by a hash of account and tenant. Holds no personal data. */
export const attempts = control.table('attempts', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  resetsAt: instant('resets_at').notNull(),
});
