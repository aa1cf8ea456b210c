import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { control, controlTenantTable, createdAt, instant } from '../table';
import { planVersions, subscriptionStates, subscriptions } from './plans';

/** Where what Stripe told stands among all that it tells of one thing. */
const toldColumns = () => ({
  /** When the last of it happened, by Stripe's clock. */
  toldAt: instant('told_at').notNull(),
  /** Sorts what happened within one second. */
  toldOrder: text('told_order').notNull().default(''),
  /** Up to when, by Stripe's clock, everything is known, since it was read there. */
  knownAt: instant('known_at'),
  /** When it was last written, by our clock. */
  heardAt: instant('heard_at').notNull().defaultNow(),
});

export const stripePlanStates = ['waiting', 'known', 'refused'] as const;

/** Versions of plans with prices that Stripe is told of, or was. Whoever runs the product tells it. */
export const stripePlans = control.table(
  'stripe_plans',
  {
    planId: uuid('plan_id').notNull(),
    version: integer('version').notNull(),
    /** Which account of Stripe was told, by its id and mode: see `accessOf`. */
    account: text('account').notNull(),
    state: text('state', { enum: stripePlanStates }).notNull().default('waiting'),
    /** What Stripe said against it, or why it was not heard. */
    fault: text('fault'),
    /** Whether the plan can be signed there, as it was last told. */
    active: boolean('active').notNull(),
    tries: integer('tries').notNull().default(0),
    toldAt: instant('told_at'),
    /** When it is told next; null where nothing is left to tell. */
    nextAt: instant('next_at').defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.planId, t.version] }),
    foreignKey({
      name: 'stripe_plans_version',
      columns: [t.planId, t.version],
      foreignColumns: [planVersions.planId, planVersions.version],
    }),
  ],
);

/** Who a tenant is at Stripe. What Stripe tells of a customer concerns the tenant that is written here. */
export const stripeCustomers = controlTenantTable(
  'stripe_customers',
  {
    /** Which account of Stripe knows them: its id, and whether it is its test mode. */
    account: text('account').notNull(),
    customer: text('customer').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('stripe_customers_tenant').on(t.tenantId, t.account),
    uniqueIndex('stripe_customers_customer').on(t.account, t.customer),
    index('stripe_customers_known').on(t.customer),
  ],
);

export const stripeAskKinds = ['checkout', 'portal', 'preview', 'change', 'end'] as const;
export const stripeAskStates = ['waiting', 'ready', 'failed'] as const;

/** What admins of a tenant want of Stripe, which the operator asks for: it alone has the key. */
export const stripeAsks = controlTenantTable(
  'stripe_asks',
  {
    kind: text('kind', { enum: stripeAskKinds }).notNull(),
    /** The subscription, of ours, that it is about. */
    subscriptionId: uuid('subscription_id'),
    request: jsonb('request').$type<Record<string, unknown>>().notNull().default({}),
    byName: text('by_name').notNull(),
    state: text('state', { enum: stripeAskStates }).notNull().default('waiting'),
    /** What came of it: an address to go to, or figures. */
    result: jsonb('result').$type<Record<string, unknown>>(),
    fault: text('fault'),
    tries: integer('tries').notNull().default(0),
    createdAt: createdAt(),
    /** When it is asked for next; null where it was answered. */
    nextAt: instant('next_at').defaultNow(),
    /** Until when nobody else asks for it, nor for another wish of the tenant. */
    heldUntil: instant('held_until'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('stripe_asks_due').on(t.nextAt).where(sql`next_at is not null`),
    index('stripe_asks_made').on(t.tenantId, t.createdAt),
  ],
);

export const stripeKeptKinds = ['session', 'subscription'] as const;

/**
 * What the operator keeps at Stripe as our subscriptions say: open payment pages and subscriptions. It
 * outlives the tenant, so that what a removed one had there is ended too.
 */
export const stripeKept = control.table(
  'stripe_kept',
  {
    ofTenant: uuid('of_tenant').notNull(),
    stripeId: text('stripe_id').notNull(),
    kind: text('kind', { enum: stripeKeptKinds }).notNull(),
    account: text('account').notNull(),
    /** Who the tenant is at Stripe: what is another customer's is none of its business. */
    customer: text('customer').notNull(),
    /** The subscription of ours that a session is for. */
    ofSubscription: uuid('of_subscription').notNull(),
    /** For what it was last brought in line; where that is another by now, it is due. */
    said: text('said'),
    /**
     * The subscription of ours that it was paid for needlessly: it ends, and until all of that is given back
     * this row stays.
     */
    owedFor: uuid('owed_for'),
    /** What pays at Stripe for the same; null where nobody signed what it was paid for. */
    owedBeside: text('owed_beside'),
    /** How much of it is to be given back still, in the smallest unit of its currency; null until that was read. */
    owedAmount: bigint('owed_amount', { mode: 'number' }),
    owedCurrency: text('owed_currency'),
    /** Since when it differs; changes that follow one another are told at once. */
    differsSince: instant('differs_since'),
    heldUntil: instant('held_until'),
    nextAt: instant('next_at').notNull().defaultNow(),
    tries: integer('tries').notNull().default(0),
    fault: text('fault'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.ofTenant, t.stripeId] }),
    index('stripe_kept_due').on(t.account, t.nextAt),
  ],
);

/** A subscription as Stripe has it, beside the one of ours that it pays for. */
export const stripeSubscriptions = controlTenantTable(
  'stripe_subscriptions',
  {
    subscriptionId: uuid('subscription_id').notNull(),
    account: text('account').notNull(),
    stripeId: text('stripe_id').notNull(),
    status: text('status').notNull(),
    /** Its lines: which price by its key, the id of the line, how many. */
    items: jsonb('items').$type<{ id: string; key: string; quantity: number | null }[]>().notNull(),
    periodStart: instant('period_start'),
    periodEnd: instant('period_end'),
    trialEnd: instant('trial_end'),
    cancelAt: instant('cancel_at'),
    /** Whether anybody ever heard that it was more than begun. */
    began: boolean('began').notNull().default(false),
    /** What ours became, or was to become, by the last that Stripe said. */
    carried: text('carried', { enum: subscriptionStates }),
    /** Which of ours that was. */
    carriedFor: uuid('carried_for'),
    /** The end of the trial of which admins were told. */
    trialTold: instant('trial_told'),
    /** When the operator is to read it at Stripe; null where nothing is in doubt. */
    lookAt: instant('look_at'),
    /** What Stripe set off for changes and has not invoiced yet, in the smallest unit of its currency. */
    pending: bigint('pending', { mode: 'number' }).notNull().default(0),
    /** The `heard_at` for which that was read. */
    pendingFor: instant('pending_for'),
    ...toldColumns(),
  },
  (t) => [
    uniqueIndex('stripe_subscriptions_stripe').on(t.tenantId, t.stripeId),
    // Whoever pays twice for one of ours has two.
    index('stripe_subscriptions_own').on(t.tenantId, t.subscriptionId),
    foreignKey({
      name: 'stripe_subscriptions_subscription',
      columns: [t.tenantId, t.subscriptionId],
      foreignColumns: [subscriptions.tenantId, subscriptions.id],
    }),
  ],
);

export const stripeInvoiceStates = ['draft', 'open', 'paid', 'uncollectible', 'void'] as const;

/** Invoices as Stripe has them. Amounts are in the smallest unit of the currency. */
export const stripeInvoices = controlTenantTable(
  'stripe_invoices',
  {
    stripeId: text('stripe_id').notNull(),
    account: text('account').notNull(),
    number: text('number'),
    status: text('status', { enum: stripeInvoiceStates }).notNull(),
    currency: text('currency').notNull(),
    total: bigint('total', { mode: 'number' }).notNull(),
    amountPaid: bigint('amount_paid', { mode: 'number' }).notNull(),
    amountRemaining: bigint('amount_remaining', { mode: 'number' }).notNull(),
    periodStart: instant('period_start').notNull(),
    periodEnd: instant('period_end').notNull(),
    issuedAt: instant('issued_at').notNull(),
    dueAt: instant('due_at'),
    /** How often Stripe tried to take the money, and when it tries again. */
    tries: integer('tries').notNull().default(0),
    nextTryAt: instant('next_try_at'),
    /** The last try that failed of which admins were told. */
    triesTold: integer('tries_told').notNull().default(0),
    pageUrl: text('page_url'),
    pdfUrl: text('pdf_url'),
    ...toldColumns(),
  },
  (t) => [
    uniqueIndex('stripe_invoices_stripe').on(t.tenantId, t.stripeId),
    index('stripe_invoices_issued').on(t.tenantId, t.issuedAt, t.id),
  ],
);

export const stripeRefundKinds = ['credit_note', 'charge'] as const;

/** Money that Stripe gave back, each once. Amounts are in the smallest unit of the currency. */
export const stripeRefunds = controlTenantTable(
  'stripe_refunds',
  {
    kind: text('kind', { enum: stripeRefundKinds }).notNull(),
    /** Of the credit note; of a charge with how much of it was given back by then. */
    stripeId: text('stripe_id').notNull(),
    account: text('account').notNull(),
    number: text('number'),
    currency: text('currency').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    /** As much of it as went back the way it came; the rest is kept for what comes. */
    refunded: bigint('refunded', { mode: 'number' }).notNull(),
    /** Those that it consists of, as far as Stripe names them. */
    refundIds: text('refund_ids').array().notNull().default([]),
    /** When, by Stripe's clock. */
    at: instant('at').notNull(),
    /** The other row that tells of the same money. */
    sameAs: uuid('same_as'),
  },
  (t) => [uniqueIndex('stripe_refunds_stripe').on(t.tenantId, t.stripeId)],
);

/** Events of Stripe that came in. An event whose customer nobody knows is kept without effect. */
export const stripeEvents = control.table(
  'stripe_events',
  {
    id: text('id').primaryKey(),
    type: text('type').notNull(),
    customer: text('customer').notNull(),
    /** When it happened, by Stripe's clock. */
    at: instant('at').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    /** When it took effect; null where nobody knew the customer. */
    heardAt: instant('heard_at'),
  },
  (t) => [
    index('stripe_events_customer').on(t.customer),
    index('stripe_events_unheard').on(t.receivedAt).where(sql`heard_at is null`),
  ],
);

/** When the operator reads at Stripe next what is there of a customer. */
export const stripeLooks = controlTenantTable(
  'stripe_looks',
  {
    customer: text('customer').notNull(),
    nextAt: instant('next_at').notNull().defaultNow(),
    /** When the last look that came to its end began. */
    lookedAt: instant('looked_at'),
    /** The last invoice that a look took that is not at its end, and when: it goes on behind it. */
    resumeAfter: text('resume_after'),
    resumeAt: instant('resume_at'),
    tries: integer('tries').notNull().default(0),
    fault: text('fault'),
  },
  (t) => [
    uniqueIndex('stripe_looks_customer').on(t.tenantId, t.customer),
    index('stripe_looks_due').on(t.nextAt),
  ],
);
