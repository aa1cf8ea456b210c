/**
 * What the database floor throws. `kind` says what the caller can do about it; the message never
 * holds a parameter value, a column or a constraint name.
 *
 * - `stale`: the placement changed while the unit ran; retried by the kernel before it surfaces
 * - `fenced`: the tenant is being moved; nothing was changed, try again in a few seconds
 * - `absent`: there is no such tenant
 * - `denied`: no tenant in scope, a foreign row, or a write in a read-only unit
 * - `unavailable`: no connection; nothing was changed
 * - `unconfirmed`: the connection was lost while writing; the change may or may not be kept
 * - `timeout`: a statement or a lock took longer than its limit; nothing was changed
 * - `retry`: serialization failure or deadlock; nothing was changed, the unit may be repeated
 * - `constraint`: a unique, foreign key, check or not-null rule; see `code` and `constraint`
 * - `value`: a parameter cannot be sent, refused before any byte left, or was refused by its type
 * - `aborted`: an error inside the transaction was swallowed, so it was rolled back, not committed
 * - `closed`: a handle was used after its unit had ended
 * - `unsupported`: this driver or unit form cannot do that
 * - `query`: anything else the server refused
 */
export type DbErrorKind =
  | 'stale'
  | 'fenced'
  | 'absent'
  | 'denied'
  | 'unavailable'
  | 'unconfirmed'
  | 'timeout'
  | 'retry'
  | 'constraint'
  | 'value'
  | 'aborted'
  | 'closed'
  | 'unsupported'
  | 'query';

export interface DbErrorDetail {
  /** SQLSTATE, five characters. */
  code?: string | undefined;
  constraint?: string | undefined;
  table?: string | undefined;
  column?: string | undefined;
  /** Statement text with placeholders, never values. */
  statement?: string | undefined;
  /** True when the connection itself was lost, so that a read may be repeated on another one. */
  lost?: boolean | undefined;
}

export class DbError extends Error {
  readonly kind: DbErrorKind;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly lost: boolean;

  constructor(kind: DbErrorKind, message: string, detail: DbErrorDetail = {}) {
    super(message);
    this.name = 'DbError';
    this.kind = kind;
    this.code = detail.code;
    this.constraint = detail.constraint;
    this.lost = detail.lost ?? false;
    const { code, constraint, table, column, statement } = detail;
    Object.defineProperty(this, 'cause', {
      value: Object.freeze({ code, constraint, table, column, statement }),
      enumerable: false,
    });
  }
}

/** Works across the two copies of this module that a Next process holds. */
export const isDbError = (error: unknown): error is DbError =>
  error instanceof Error && error.name === 'DbError' && 'kind' in error;

/**
 * Whether an entry failed as it does where a tenant was and is no more: login, schema or database are
 * gone, or nobody answers there. Nothing that was sent along has been done then.
 */
export const mayHaveLeft = ({ kind, code, lost }: DbError): boolean =>
  !lost &&
  code !== undefined &&
  (kind === 'unavailable' || /^(28...|3[DF]000|42501|42P01)$/.test(code));

interface ServerError extends Error {
  code: string;
  severity?: string;
  constraint?: string;
  table?: string;
  column?: string;
}

const isServerError = (error: unknown): error is ServerError =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code) &&
  'severity' in error;

/** Turns whatever a driver threw into a `DbError` without values. */
export function fromDriver(error: unknown, statement?: string): DbError {
  if (isDbError(error)) return error;
  if (!isServerError(error)) {
    return new DbError('unavailable', 'The connection to the database was lost.', {
      code: error instanceof Error && 'code' in error ? String(error.code) : undefined,
      lost: true,
      statement,
    });
  }
  const { code, constraint, table, column } = error;
  const detail = { code, constraint, table, column, statement, lost: endsConnection(code) };
  return new DbError(kindOf(error), messageOf(error), detail);
}

const endsConnection = (code: string) => code.startsWith('08') || /^57P0[1-5]$/.test(code);

const kindByCode: Record<string, DbErrorKind> = {
  '25006': 'denied',
  '25P02': 'aborted',
  '40001': 'retry',
  '40P01': 'retry',
  '42501': 'denied',
  '53300': 'unavailable',
  '55P03': 'timeout',
  '57014': 'timeout',
  '57P03': 'unavailable',
};

function kindOf({ code, message }: ServerError): DbErrorKind {
  if (code === '55006' && message === 'placement changed') return 'stale';
  const known = kindByCode[code];
  if (known) return known;
  if (endsConnection(code)) return 'unavailable';
  if (code.startsWith('22')) return 'value';
  if (code.startsWith('23')) return 'constraint';
  return 'query';
}

// Messages of these classes are made of identifiers and keywords; the others may quote a value.
const harmless = /^(0A|25|26|34|3[BDF]|40|42|53|54|55|57|58)/;

function messageOf({ code, message }: ServerError) {
  if (code.startsWith('23')) return `A rule of the data was broken (${code}).`;
  if (harmless.test(code)) return `${message} (${code})`;
  return `The database refused the statement (${code}).`;
}
