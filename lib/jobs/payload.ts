export type OutboxPlane = 'control' | 'tenant';

/** A job as the queue holds it: which procedure, for which tenant, from which outbox row. */
export interface JobPayload {
  tenantId: string;
  plane: OutboxPlane;
  outboxId: string;
  job: string;
  input: Record<string, unknown>;
}
