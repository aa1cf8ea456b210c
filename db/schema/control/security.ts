import { bigint, foreignKey, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core';
import { control, controlTenantTable, createdAt, instant, plainId } from '../table';
import { logins, users } from './identity';
import { pools, tenants } from './tenants';

export const whenFullChoices = ['end_oldest', 'end_least_used', 'refuse'] as const;
/** Ways to sign in that a tenant may switch off. */
export const signInMethods = ['password', 'magic_link', 'passkey'] as const;
export const secondFactorDemands = ['optional', 'required'] as const;

/** How people sign in to a tenant and stay there; a tenant without a row has the product's own rules. */
export const securityPolicies = controlTenantTable(
  'security_policies',
  {
    /** Time unused, and altogether, after which a session ends; null for the product's own. */
    idleMinutes: integer('idle_minutes'),
    absoluteHours: integer('absolute_hours'),
    /** Sessions a person may have here at a time; null for as many as they like. */
    maxSessions: integer('max_sessions'),
    whenFull: text('when_full', { enum: whenFullChoices }).notNull().default('end_oldest'),
    /** Addresses and networks (CIDR) members come from; empty for anywhere. */
    networks: text('networks').array().notNull().default([]),
    /** Ways to sign in that are switched off. */
    methodsOff: text('methods_off', { enum: signInMethods }).array().notNull().default([]),
    secondFactor: text('second_factor', { enum: secondFactorDemands })
      .notNull()
      .default('optional'),
    /** Keys of the roles it is asked of; empty for everybody. */
    secondFactorRoles: text('second_factor_roles').array().notNull().default([]),
    secondFactorFrom: instant('second_factor_from'),
    /** Days a member has from then, or from joining if that is later. */
    graceDays: integer('grace_days').notNull().default(0),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [unique('security_policies_tenant').on(t.tenantId)],
);

/** What proves a person besides their password. One that is not confirmed proves nothing yet. */
export const secondFactors = control.table(
  'second_factors',
  {
    id: plainId(),
    poolId: uuid('pool_id').notNull(),
    userId: uuid('user_id').notNull(),
    kind: text('kind', { enum: ['totp'] }).notNull(),
    /** Encrypted, bound to pool and user. */
    secret: text('secret').notNull(),
    /** The last interval whose code was taken, so that none is taken twice. */
    lastInterval: bigint('last_interval', { mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
    confirmedAt: instant('confirmed_at'),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    unique('second_factors_kind').on(t.poolId, t.userId, t.kind),
    foreignKey({
      name: 'second_factors_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
  ],
);

/** Single-use stand-ins for a lost second factor. */
export const recoveryCodes = control.table(
  'recovery_codes',
  {
    id: plainId(),
    poolId: uuid('pool_id').notNull(),
    userId: uuid('user_id').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: createdAt(),
    usedAt: instant('used_at'),
  },
  (t) => [
    unique('recovery_codes_code').on(t.poolId, t.userId, t.codeHash),
    foreignKey({
      name: 'recovery_codes_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
  ],
);

/** A sign-in that is not finished: what was proven so far, on one host, for a few minutes. */
export const signInFlows = control.table(
  'sign_in_flows',
  {
    id: plainId(),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    userId: uuid('user_id').notNull(),
    /** The device's login, when the session shall hang on it. */
    loginId: uuid('login_id'),
    host: text('host').notNull(),
    /** How the person proved who they are. */
    method: text('method').notNull(),
    tokenHash: text('token_hash').notNull().unique('sign_in_flows_token'),
    returnPath: text('return_path').notNull().default('/'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('sign_in_flows_user').on(t.poolId, t.userId),
    foreignKey({
      name: 'sign_in_flows_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'sign_in_flows_login_fk',
      columns: [t.poolId, t.loginId],
      foreignColumns: [logins.poolId, logins.id],
    }).onDelete('cascade'),
  ],
);
