import type { Statement } from './line';

/** A tenant's whereabouts as its shard must confirm them. */
export interface GateSubject {
  tenantId: string;
  /** Rises with each move; a decimal string, since it is a bigint. */
  epoch: string;
}

/** Limits and authorship of one unit of work. */
export interface UnitSettings {
  /** Per statement, milliseconds. */
  statementTimeoutMs: number;
  /** Per lock, milliseconds. */
  lockTimeoutMs: number;
  actorId: string | null;
  requestId: string;
}

const fromPlacement = (settings: string) => `select coalesce((select ${settings}
  from app.placements where tenant_id = $1 and epoch = $2 and state = 'active'), app.stale())`;

const enterTenant = `set_config('app.tenant', tenant_id::text, true)
  || set_config('search_path', quote_ident(schema_name) || ', ext, pg_temp', true)
  || set_config('statement_timeout', $3, true)`;

const readText = fromPlacement(`${enterTenant}
  || set_config('transaction_read_only', 'on', true)`);

// A named plan is made anew wherever it meets another search path than it was made under: what follows
// another tenant's statements has a name of its own.
const readNextText = `${readText} -- next`;

const writeText = fromPlacement(`${enterTenant}
  || set_config('app.actor', $4, true) || set_config('app.request', $5, true)`);

// A snapshot taken before the lock was granted would accept a write after the fence, so the lock is
// a statement of its own. A mover that waits for it must not hold up writers for ever.
const lockText = `select set_config('lock_timeout', $2, true),
  pg_advisory_xact_lock_shared(hashtextextended($1, 0))`;

const silent = (text: string, values: readonly string[]): Statement => ({
  text,
  values,
  silent: true,
});

/** Enter for reads: one statement; the transaction becomes read-only, or is so already. */
export const readGate = (
  { tenantId, epoch }: GateSubject,
  { statementTimeoutMs }: UnitSettings,
  isFirst = true,
): Statement[] => [
  silent(isFirst ? readText : readNextText, [tenantId, epoch, String(statementTimeoutMs)]),
];

/** Enter for writes: the tenant's shared lock, then the same check with author and request. */
export const writeGate = ({ tenantId, epoch }: GateSubject, unit: UnitSettings): Statement[] => [
  silent(lockText, [tenantId, String(unit.lockTimeoutMs)]),
  silent(writeText, [
    tenantId,
    epoch,
    String(unit.statementTimeoutMs),
    unit.actorId ?? '',
    unit.requestId,
  ]),
];

/** After the write gate above read committed: a snapshot older than the fence meets 40001. */
export const holdPlacement = ({ tenantId, epoch }: GateSubject): Statement =>
  silent('select app.hold_placement($1, $2)', [tenantId, epoch]);

/** Limits of an interactive transaction whose process stops talking. */
export const idleLimit = (idleMs: number): Statement =>
  silent(`select set_config('idle_in_transaction_session_timeout', $1, true)`, [String(idleMs)]);

/** Enter for the control plane: the named settings and its search path. */
export function controlGate(
  settings: Record<string, string | null>,
  unit: UnitSettings,
  readOnly: boolean,
): Statement[] {
  const local: Record<string, string> = {
    statement_timeout: String(unit.statementTimeoutMs),
    lock_timeout: String(unit.lockTimeoutMs),
    'app.actor': unit.actorId ?? '',
    'app.request': unit.requestId,
  };
  for (const [name, value] of Object.entries(settings)) if (value !== null) local[name] = value;
  if (readOnly) local.transaction_read_only = 'on';
  const calls = Object.keys(local).map((name, i) => `set_config('${name}', $${i + 1}, true)`);
  calls.push(`set_config('search_path', 'control, ext, pg_temp', true)`);
  return [silent(`select ${calls.join(' || ')}`, Object.values(local))];
}
