import { sql } from 'drizzle-orm';
import { index, unique } from 'drizzle-orm/pg-core';
import {
  auditColumns,
  changeLogColumns,
  counterColumns,
  idempotencyColumns,
  jobRunColumns,
  outboxColumns,
  usageColumns,
} from '../ledger';
import { tenantTable } from '../table';

export const auditEvents = tenantTable('audit_events', auditColumns(), (t) => [
  index('audit_events_at').on(t.tenantId, t.at),
  index('audit_events_request').on(t.tenantId, t.requestId),
]);

export const usageEvents = tenantTable('usage_events', usageColumns(), (t) => [
  index('usage_events_unshipped').on(t.tenantId, t.at).where(sql`shipped_at is null`),
]);

export const outbox = tenantTable('outbox', outboxColumns(), (t) => [
  index('outbox_waiting').on(t.tenantId, t.availableAt).where(sql`admitted_at is null`),
  index('outbox_kinds').on(t.tenantId, t.job, t.availableAt).where(sql`admitted_at is null`),
]);

export const jobRuns = tenantTable('job_runs', jobRunColumns());

export const idempotencyKeys = tenantTable('idempotency_keys', idempotencyColumns(), (t) => [
  unique('idempotency_keys_key').on(t.tenantId, t.actorId, t.key),
]);

export const changeLog = tenantTable('change_log', changeLogColumns(), (t) => [
  index('change_log_row').on(t.tenantId, t.rowId, t.at),
  index('change_log_request').on(t.tenantId, t.requestId),
  index('change_log_at').on(t.tenantId, t.at),
  index('change_log_transaction').on(t.tenantId, t.transactionId),
]);

export const counters = tenantTable('counters', counterColumns(), (t) => [
  unique('counters_name').on(t.tenantId, t.name),
]);
