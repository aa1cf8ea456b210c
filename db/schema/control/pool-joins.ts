import { sql } from 'drizzle-orm';
import { check, index, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

export const poolJoinStates = ['offered', 'running', 'ended', 'called_off'] as const;

/**
 * A tenant on its way from its own identity pool into a shared one: staff offer it, the owner agrees,
 * and people come over one by one. Only `control.begin_pool_join` sets it running.
 */
export const poolJoins = controlTenantTable(
  'pool_joins',
  {
    poolId: uuid('pool_id').notNull(),
    poolName: text('pool_name').notNull(),
    formerPoolId: uuid('former_pool_id').notNull(),
    state: text('state', { enum: poolJoinStates }).notNull().default('offered'),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    startedByName: text('started_by_name'),
    endedAt: instant('ended_at'),
    endedByName: text('ended_by_name'),
  },
  (t) => [
    check('pool_joins_state', sql`state in ('offered', 'running', 'ended', 'called_off')`),
    check('pool_joins_two', sql`pool_id <> former_pool_id`),
    uniqueIndex('pool_joins_open').on(t.tenantId).where(sql`state in ('offered', 'running')`),
  ],
);

export const claimSides = ['former', 'new'] as const;

/**
 * A browser in which somebody proves two accounts, one of each pool, for half an hour: to come over,
 * or, as the owner, to begin it.
 */
export const poolClaims = controlTenantTable(
  'pool_claims',
  {
    joinId: uuid('join_id').notNull(),
    purpose: text('purpose', { enum: ['begin', 'come_over'] }).notNull(),
    host: text('host').notNull(),
    /** Of what only the browser that began it has. */
    tokenHash: text('token_hash').notNull(),
    /** The account of the former pool that was proven. */
    formerUserId: uuid('former_user_id'),
    /** What could prove it then, as `control.proofs_of` sums it up: the claim is over once it changed. */
    formerState: text('former_state'),
    /** The account of the shared pool that was proven, and with which second factor. */
    newUserId: uuid('new_user_id'),
    newState: text('new_state'),
    /** How it was, as a sign-in by that way calls it. */
    newMethod: text('new_method', { enum: ['password', 'magic_link'] }),
    newSecondFactor: text('new_second_factor'),
    /** Or the address that was proven, where there was no account yet. */
    newEmail: text('new_email'),
    /** A link on its way: of its token, for which side and to whom. */
    mailHash: text('mail_hash'),
    mailSide: text('mail_side', { enum: claimSides }),
    mailEmail: text('mail_email'),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [unique('pool_claims_token').on(t.tenantId, t.tokenHash)],
);

/** Who came over as whom: each account once, on either side. */
export const poolArrivals = controlTenantTable(
  'pool_arrivals',
  {
    joinId: uuid('join_id').notNull(),
    formerUserId: uuid('former_user_id').notNull(),
    newUserId: uuid('new_user_id').notNull(),
    at: instant('at').notNull().defaultNow(),
    /** Jobs of modules that have yet to rewrite what names the person, and since when they are due. */
    pending: text('pending').array().notNull().default(sql`'{}'`),
    pendingSince: instant('pending_since').notNull().defaultNow(),
  },
  (t) => [
    unique('pool_arrivals_former').on(t.tenantId, t.formerUserId),
    unique('pool_arrivals_new').on(t.tenantId, t.joinId, t.newUserId),
    index('pool_arrivals_by_new').on(t.tenantId, t.newUserId),
  ],
);
