import { sql } from 'drizzle-orm';
import { bigint, date, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, instant } from '../table';

/**
 * `unsure`: it was told long ago and nobody heard an answer, so that telling it again might count it
 * twice. `settled`: a comparison found out, and mended the hour instead.
 */
export const stripeUsageStates = ['waiting', 'sent', 'unsure', 'settled', 'refused'] as const;

const whole = (name: string) => bigint(name, { mode: 'number' });

/** What Stripe is told of usage: each row of `usage_hours` once, and what comparisons mended. */
export const stripeUsage = controlTenantTable(
  'stripe_usage',
  {
    /** Which account of Stripe is told, by its id and mode: see `accessOf`. */
    account: text('account').notNull(),
    /** The row of `usage_hours`; null for what mends a difference. */
    usageId: uuid('usage_id'),
    meter: text('meter').notNull(),
    hour: instant('hour').notNull(),
    quantity: whole('quantity').notNull(),
    state: text('state', { enum: stripeUsageStates }).notNull().default('waiting'),
    /** What Stripe said against it, or why it was not heard. */
    fault: text('fault'),
    tries: integer('tries').notNull().default(0),
    /** The first time that it may have arrived there unnoticed. */
    doubtedAt: instant('doubted_at'),
    sentAt: instant('sent_at'),
    nextAt: instant('next_at').defaultNow(),
  },
  (t) => [
    uniqueIndex('stripe_usage_once').on(t.tenantId, t.account, t.usageId),
    index('stripe_usage_due').on(t.nextAt).where(sql`next_at is not null`),
    index('stripe_usage_hour').on(t.account, t.hour),
  ],
);

/** A day of a meter, UTC: what the ledger says, what Stripe was told, and what Stripe knows. */
export const stripeUsageDays = controlTenantTable(
  'stripe_usage_days',
  {
    account: text('account').notNull(),
    meter: text('meter').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    ledger: whole('ledger').notNull().default(0),
    told: whole('told').notNull().default(0),
    known: whole('known').notNull().default(0),
    /** Hours that differ, by their number of the day, with what Stripe knew of each when last asked. */
    unlike: jsonb('unlike').$type<Record<string, string>>().notNull().default({}),
    /** Hours that were mended, ever. */
    mended: integer('mended').notNull().default(0),
    fault: text('fault'),
    comparedAt: instant('compared_at'),
    /** When it is compared next; null where it will not change any more. */
    nextAt: instant('next_at').defaultNow(),
  },
  (t) => [
    uniqueIndex('stripe_usage_days_day').on(t.tenantId, t.account, t.meter, t.day),
    index('stripe_usage_days_due').on(t.nextAt).where(sql`next_at is not null`),
  ],
);
