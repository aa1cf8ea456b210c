import { boolean, index, integer, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { control, controlTenantTable, createdAt, instant } from '../table';
import { pools, tenants } from './tenants';

export const emailDomainStates = ['pending', 'verified', 'broken'] as const;
/** What the last look into DNS came to; `held` where the record is right and another has the domain. */
export const emailDomainFindings = ['right', 'other', 'none', 'failed', 'held'] as const;

/** A domain that a tenant says is its own, with the record that would prove it. */
export const emailDomains = controlTenantTable(
  'email_domains',
  {
    /** Normalised: lower case, punycode. */
    domain: text('domain').notNull(),
    /** Random; stands in the record that the tenant is asked to set. */
    proof: text('proof').notNull(),
    state: text('state', { enum: emailDomainStates }).notNull().default('pending'),
    finding: text('finding', { enum: emailDomainFindings }),
    /** How many texts stood there that are not ours; what they say is nobody's business here. */
    others: integer('others').notNull().default(0),
    /** When the last look began; null before the first. */
    checkedAt: instant('checked_at'),
    /** Whether people with an address there become members by themselves, and in which role. */
    joins: boolean('joins').notNull().default(false),
    joinRoleId: uuid('join_role_id'),
    /** Who said so: nobody joins once they may not give that role any more. */
    joinsSetBy: uuid('joins_set_by'),
    createdAt: createdAt(),
  },
  (t) => [unique('email_domains_domain').on(t.tenantId, t.domain)],
);

/**
 * Who has proven a domain in a pool, and when last. Global truth of the pool: one row a domain, written
 * by `control.hold_email_domain` alone.
 */
export const emailDomainHolders = control.table(
  'email_domain_holders',
  {
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    domain: text('domain').notNull(),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    provenAt: instant('proven_at').notNull(),
    nextCheckAt: instant('next_check_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'email_domain_holders_pkey', columns: [t.poolId, t.domain] }),
    index('email_domain_holders_tenant').on(t.tenantId),
    index('email_domain_holders_due').on(t.nextCheckAt),
  ],
);

/**
 * Addresses of people who were removed, as a keyed hash: their accounts may be deleted, and whoever has
 * the address then is a stranger to all else.
 */
export const removedAddresses = controlTenantTable(
  'removed_addresses',
  { addressHash: text('address_hash').notNull(), createdAt: createdAt() },
  (t) => [unique('removed_addresses_hash').on(t.tenantId, t.addressHash)],
);

/** A mailed link with which whoever reads that address may join. */
export const joinRequests = controlTenantTable(
  'join_requests',
  {
    host: text('host').notNull(),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    unique('join_requests_token').on(t.tenantId, t.tokenHash),
    index('join_requests_email').on(t.tenantId, t.emailKey),
  ],
);
