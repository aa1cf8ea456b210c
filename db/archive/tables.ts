import type { PlaneTable } from '../copy/plane';

/** Ledgers, queues and logs of how things were done: they stay where they are, whatever is restored. */
const leftOut = new Set(['change_log', 'idempotency_keys', 'job_runs', 'outbox', 'usage_events']);

/** A restore adds what is missing to these and takes nothing back. */
const onlyAdded = new Set(['audit_events', 'people']);

/** Belongs to the tenant that it happened to; a copy begins its own. */
const ownHistory = new Set(['audit_events']);

export const isArchived = ({ name }: PlaneTable) => !leftOut.has(name);
export const isOnlyAdded = ({ name }: Pick<PlaneTable, 'name'>) => onlyAdded.has(name);
export const goesIntoCopies = ({ name }: Pick<PlaneTable, 'name'>) => !ownHistory.has(name);

/** The same table without the tenant's id, which differs between a tenant and its copy. */
export const withoutTenant = (table: PlaneTable): PlaneTable => ({
  ...table,
  columns: table.columns.filter((column) => column !== 'tenant_id'),
});
