import { boolean, index, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';
import { users } from './identity';

export const providerSecondFactors = ['ask', 'claimed', 'trusted'] as const;

/** A tenant's own OpenID provider, through which its people may sign in. One a tenant. */
export const identityProviders = controlTenantTable(
  'identity_providers',
  {
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    /** Encrypted, bound to the tenant. */
    clientSecret: text('client_secret').notNull(),
    /** Whose name stands on the button. */
    label: text('label').notNull(),
    enabled: boolean('enabled').notNull().default(false),
    /** Whether strangers it vouches for become members. */
    joins: boolean('joins').notNull().default(false),
    groupClaim: text('group_claim').notNull(),
    groupRoles: jsonb('group_roles').$type<{ group: string; roleId: string }[]>().notNull(),
    /** For whom no group says anything; null to refuse them. */
    defaultRoleId: uuid('default_role_id'),
    /** Whether a second factor given there counts here. */
    secondFactor: text('second_factor', { enum: providerSecondFactors }).notNull().default('ask'),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [unique('identity_providers_tenant').on(t.tenantId)],
);

/** A browser that was sent to the provider and may come back once, with the state it was given. */
export const providerRequests = controlTenantTable(
  'provider_requests',
  {
    host: text('host').notNull(),
    stateHash: text('state_hash').notNull(),
    /** Of the cookie that came with it, from which PKCE verifier and nonce are made. */
    browserHash: text('browser_hash').notNull(),
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    returnPath: text('return_path').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [unique('provider_requests_state').on(t.tenantId, t.stateHash)],
);

/** Who of the provider is which account. It counts in this tenant alone. */
export const providerLinks = controlTenantTable(
  'provider_links',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at').notNull().defaultNow(),
  },
  (t) => [
    unique('provider_links_subject').on(t.tenantId, t.issuer, t.subject),
    unique('provider_links_user').on(t.tenantId, t.userId, t.issuer),
    index('provider_links_by_user').on(t.userId),
  ],
);

/** Somebody the provider vouched for who has yet to prove that the address is theirs. */
export const providerArrivals = controlTenantTable(
  'provider_arrivals',
  {
    host: text('host').notNull(),
    browserHash: text('browser_hash').notNull(),
    /** Of the token in the mail; null until it is sent. */
    mailHash: text('mail_hash'),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    groups: text('groups').array().notNull(),
    returnPath: text('return_path').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [unique('provider_arrivals_browser').on(t.tenantId, t.browserHash)],
);
