import { bigint, boolean, foreignKey, index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { control, createdAt, instant, plainId } from '../table';
import { users } from './identity';
import { pools, tenants } from './tenants';

export const challengePurposes = [
  'sign_in',
  'second_factor',
  'proof',
  'add',
  'set_up',
  'claim',
] as const;

/** A key that a device of a person holds and that proves them, on one host. */
export const passkeys = control.table(
  'passkeys',
  {
    id: plainId(),
    poolId: uuid('pool_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** The host of a tenant it was made on; browsers offer it nowhere else. */
    host: text('host').notNull(),
    /** As the device calls it, base64url. */
    credentialId: text('credential_id').notNull(),
    /** COSE, base64url: verifies, and opens nothing. */
    publicKey: text('public_key').notNull(),
    /** Signatures the device has counted; 0 for one that does not count. */
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    transports: text('transports').array().notNull().default([]),
    /** Whether its maker keeps it on several devices. */
    synced: boolean('synced').notNull(),
    name: text('name').notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
    /** When its counter went back, as that of a copy does: it opens nothing from then on. */
    suspectedAt: instant('suspected_at'),
  },
  (t) => [
    unique('passkeys_credential').on(t.poolId, t.host, t.credentialId),
    index('passkeys_user').on(t.poolId, t.userId),
    foreignKey({
      name: 'passkeys_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
  ],
);

/** What a device was asked to sign, once, within minutes. */
export const passkeyChallenges = control.table(
  'passkey_challenges',
  {
    id: plainId(),
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pools.id),
    tenantId: uuid('tenant_id')
      .notNull()
      .references(() => tenants.id),
    host: text('host').notNull(),
    purpose: text('purpose', { enum: challengePurposes }).notNull(),
    challengeHash: text('challenge_hash').notNull().unique('passkey_challenges_challenge'),
    /** Of what only the browser that asked has: a cookie, its unfinished sign-in, or its session. */
    browserHash: text('browser_hash').notNull(),
    /** Who was asked, where that was known. */
    userId: uuid('user_id'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('passkey_challenges_user').on(t.poolId, t.userId),
    foreignKey({
      name: 'passkey_challenges_user_fk',
      columns: [t.poolId, t.userId],
      foreignColumns: [users.poolId, users.id],
    }).onDelete('cascade'),
  ],
);
