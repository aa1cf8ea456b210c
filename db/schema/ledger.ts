import { bigint, boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant } from './table';

/*
 * Columns of the tables that stand in both planes with one shape, so that a write, its audit entry,
 * its usage and its jobs are one local transaction wherever the write happens.
 */

export const auditColumns = () => ({
  at: instant('at').notNull().defaultNow(),
  procedure: text('procedure').notNull(),
  door: text('door').notNull(),
  actorKind: text('actor_kind').notNull(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name'),
  requestId: uuid('request_id').notNull(),
  address: text('address'),
  targetKind: text('target_kind'),
  targetId: text('target_id'),
  detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
});

export const usageColumns = () => ({
  at: instant('at').notNull().defaultNow(),
  meter: text('meter').notNull(),
  quantity: bigint('quantity', { mode: 'number' }).notNull(),
  actorId: uuid('actor_id'),
  shippedAt: instant('shipped_at'),
});

export const outboxColumns = () => ({
  job: text('job').notNull(),
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  availableAt: instant('available_at').notNull().defaultNow(),
  createdAt: createdAt(),
  admittedAt: instant('admitted_at'),
});

/** One row per finished job, written in the job's own transaction: a repeat finds it and stops. */
export const jobRunColumns = () => ({
  job: text('job').notNull(),
  finishedAt: instant('finished_at').notNull().defaultNow(),
});

export const idempotencyColumns = () => ({
  key: text('key').notNull(),
  actorId: uuid('actor_id').notNull(),
  procedure: text('procedure').notNull(),
  requestHash: text('request_hash').notNull(),
  status: integer('status'),
  response: jsonb('response').$type<unknown>(),
  done: boolean('done').notNull().default(false),
  createdAt: createdAt(),
});

export const changeLogColumns = () => ({
  at: instant('at').notNull().defaultNow(),
  transactionId: bigint('transaction_id', { mode: 'number' }).notNull(),
  tableName: text('table_name').notNull(),
  rowId: uuid('row_id').notNull(),
  operation: text('operation').notNull(),
  before: jsonb('before').$type<Record<string, unknown>>(),
  after: jsonb('after').$type<Record<string, unknown>>(),
  requestId: uuid('request_id'),
  actorId: uuid('actor_id'),
});

export const counterColumns = () => ({
  name: text('name').notNull(),
  value: bigint('value', { mode: 'number' }).notNull().default(0),
});
