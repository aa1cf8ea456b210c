import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';

/** `off` by an admin, `gone` by its own answer, `failed` after days without an answer that counts. */
export const endpointStates = ['active', 'off', 'gone', 'failed'] as const;
export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;

/** One try to deliver, as the log shows it. */
export interface DeliveryTry {
  at: string;
  /** Of HTTP; null where nothing came back. */
  status: number | null;
  /** Why nothing came back, or nothing was sent. */
  fault: string | null;
  durationMs: number;
  /** How the answer began. */
  answer: string;
}

/** Addresses to which a tenant has what happens in it sent. */
export const webhookEndpoints = controlTenantTable(
  'webhook_endpoints',
  {
    name: text('name').notNull(),
    url: text('url').notNull(),
    /** Names of operations, or `*` alone for all of them. */
    kinds: text('kinds').array().notNull(),
    state: text('state', { enum: endpointStates }).notNull().default('active'),
    /** Sealed for this endpoint. */
    secret: text('secret').notNull(),
    /** The one before, which signs beside it until then. */
    formerSecret: text('former_secret'),
    formerUntil: instant('former_until'),
    /** Since when nothing has arrived; null where the last one did. */
    failingSince: instant('failing_since'),
    /** How many tries in a row failed, and until when no other is made. */
    failures: integer('failures').notNull().default(0),
    restsUntil: instant('rests_until'),
    createdAt: createdAt(),
  },
  () => [
    check('webhook_endpoints_kinds', sql`cardinality(kinds) > 0`),
    check('webhook_endpoints_former', sql`(former_secret is null) = (former_until is null)`),
  ],
);

/** An event on its way to an endpoint, and what became of it. Cleared after thirty days. */
export const webhookDeliveries = controlTenantTable(
  'webhook_deliveries',
  {
    endpointId: uuid('endpoint_id').notNull(),
    /** The same at every endpoint and with every try. */
    eventId: uuid('event_id').notNull(),
    kind: text('kind').notNull(),
    /** The very bytes that are signed. */
    body: text('body').notNull(),
    state: text('state', { enum: deliveryStates }).notNull().default('waiting'),
    /** All tries so far, and how many of them were made before it was last asked for again. */
    attempts: integer('attempts').notNull().default(0),
    attemptsBefore: integer('attempts_before').notNull().default(0),
    nextAt: instant('next_at'),
    /** The last ones, oldest first. */
    tries: jsonb('tries').$type<DeliveryTry[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    unique('webhook_deliveries_event').on(t.tenantId, t.endpointId, t.eventId),
    index('webhook_deliveries_endpoint').on(t.tenantId, t.endpointId, t.id),
    index('webhook_deliveries_waiting')
      .on(t.tenantId, t.endpointId, t.nextAt)
      .where(sql`state = 'waiting'`),
    index('webhook_deliveries_created').on(t.createdAt),
    foreignKey({
      name: 'webhook_deliveries_endpoint_fk',
      columns: [t.tenantId, t.endpointId],
      foreignColumns: [webhookEndpoints.tenantId, webhookEndpoints.id],
    }).onDelete('cascade'),
  ],
);
