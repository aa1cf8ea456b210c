import { sql } from 'drizzle-orm';
import { index, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  auditColumns,
  changeLogColumns,
  counterColumns,
  idempotencyColumns,
  jobRunColumns,
  outboxColumns,
  usageColumns,
} from '../ledger';
import { controlTenantTable } from '../table';

export const controlAuditEvents = controlTenantTable('audit_events', auditColumns(), (t) => [
  index('control_audit_events_at').on(t.tenantId, t.at),
]);

/** What was used, as it happened. `shipped_at` says when it went into an hour of `usage_hours`. */
export const controlUsageEvents = controlTenantTable(
  'usage_events',
  {
    ...usageColumns(),
    tokenId: uuid('token_id'),
    module: text('module'),
    /** Of a correction: why. */
    reason: text('reason'),
  },
  (t) => [
    index('control_usage_events_unshipped').on(t.tenantId, t.at).where(sql`shipped_at is null`),
    index('control_usage_events_reason').on(t.tenantId, t.at).where(sql`reason is not null`),
    index('control_usage_events_shipped').on(t.shippedAt).where(sql`shipped_at is not null`),
  ],
);

export const controlOutbox = controlTenantTable('outbox', outboxColumns(), (t) => [
  index('control_outbox_waiting').on(t.tenantId, t.availableAt).where(sql`admitted_at is null`),
  index('control_outbox_kinds')
    .on(t.tenantId, t.job, t.availableAt)
    .where(sql`admitted_at is null`),
]);

export const controlJobRuns = controlTenantTable('job_runs', jobRunColumns());

export const controlIdempotencyKeys = controlTenantTable(
  'idempotency_keys',
  idempotencyColumns(),
  (t) => [unique('control_idempotency_keys_key').on(t.tenantId, t.actorId, t.key)],
);

export const controlChangeLog = controlTenantTable('change_log', changeLogColumns(), (t) => [
  index('control_change_log_request').on(t.tenantId, t.requestId),
  index('control_change_log_at').on(t.tenantId, t.at),
]);

export const controlCounters = controlTenantTable('counters', counterColumns(), (t) => [
  unique('control_counters_name').on(t.tenantId, t.name),
]);
