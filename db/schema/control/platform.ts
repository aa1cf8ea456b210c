import { boolean, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { control, createdAt, instant, plainId } from '../table';

export const staff = control.table('staff', {
  id: plainId(),
  email: text('email').notNull(),
  emailKey: text('email_key').notNull().unique('staff_email'),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  state: text('state', { enum: ['active', 'locked'] })
    .notNull()
    .default('active'),
  createdAt: createdAt(),
});

export const staffSessions = control.table(
  'staff_sessions',
  {
    id: plainId(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique('staff_sessions_token'),
    device: text('device').notNull().default(''),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    idleSeconds: integer('idle_seconds').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('staff_sessions_staff').on(t.staffId)],
);

/** Tokens with which the command line and scripts act as a named member of staff. */
export const staffTokens = control.table('staff_tokens', {
  id: plainId(),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  tokenHash: text('token_hash').notNull().unique('staff_tokens_token'),
  createdAt: createdAt(),
  lastUsedAt: instant('last_used_at'),
  expiresAt: instant('expires_at'),
  revokedAt: instant('revoked_at'),
});

/** Every entry of staff into data across tenants, with the reason given. Append-only. */
export const platformAccess = control.table(
  'platform_access',
  {
    id: plainId(),
    staffId: uuid('staff_id').notNull(),
    reason: text('reason').notNull(),
    requestId: uuid('request_id').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [index('platform_access_at').on(t.at)],
);

/** What staff did, over the fleet or to one tenant. Append-only. */
export const platformAudit = control.table(
  'platform_audit',
  {
    id: plainId(),
    at: instant('at').notNull().defaultNow(),
    procedure: text('procedure').notNull(),
    door: text('door').notNull(),
    staffId: uuid('staff_id').notNull(),
    staffName: text('staff_name').notNull(),
    requestId: uuid('request_id').notNull(),
    address: text('address'),
    tenantId: uuid('tenant_id'),
    reason: text('reason'),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index('platform_audit_at').on(t.at), index('platform_audit_tenant').on(t.tenantId, t.at)],
);

/** Mails kept on this machine because no SMTP server is configured. Development only. */
export const mailbox = control.table('mailbox', {
  id: plainId(),
  at: instant('at').notNull().defaultNow(),
  recipient: text('recipient').notNull(),
  sender: text('sender').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  html: text('html').notNull(),
});

/** What set-up did to this database, so that a second start can tell. */
export const installations = control.table(
  'installations',
  {
    id: plainId(),
    name: text('name').notNull(),
    demo: boolean('demo').notNull().default(false),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [unique('installations_name').on(t.name)],
);
