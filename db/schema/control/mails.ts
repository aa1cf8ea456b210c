import { index, integer, text, unique } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

export const mailStates = ['queued', 'sent', 'failed', 'bounced', 'withheld'] as const;

/** What was sent to whom. What it says is sealed, and gone once it was sent. */
export const mails = controlTenantTable(
  'mails',
  {
    kind: text('kind').notNull(),
    recipient: text('recipient').notNull(),
    recipientKey: text('recipient_key').notNull(),
    state: text('state', { enum: mailStates }).notNull().default('queued'),
    /** What the mail server said, or what keeps it from leaving. */
    reason: text('reason'),
    attempts: integer('attempts').notNull().default(0),
    sealed: text('sealed'),
    createdAt: createdAt(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [index('mails_recipient').on(t.tenantId, t.recipientKey)],
);

/**
 * Addresses, as hashes, that a mail server said there are none of. Nothing but links that somebody
 * asked for goes there for a week, or until an admin allows it.
 */
export const bouncedAddresses = controlTenantTable(
  'bounced_addresses',
  {
    addressHash: text('address_hash').notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('bounced_addresses_address').on(t.tenantId, t.addressHash)],
);
