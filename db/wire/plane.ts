import { DbError } from '../errors';
import type { Access } from './access';
import type { Statement, Wire } from './line';
import type { TransactionOptions } from './runner';

/** How the statements of a unit stand towards its transaction. */
export interface Mode {
  access: Access;
  /** Several round trips in one transaction, instead of one batch. */
  interactive: boolean;
  isolationLevel?: TransactionOptions['isolationLevel'];
  /** Milliseconds for one statement, where that is less than the unit allows. */
  patienceMs?: number;
  /** False behind another tenant's statements in the same transaction. */
  isFirst?: boolean;
}

/** One resolved way in: the wire, and what must run before the first statement. */
export interface Entry {
  readonly wire: Wire;
  /** The tenant on whose part of the connections it goes; none for what belongs to nobody. */
  readonly owner?: string | undefined;
  enter(mode: Mode): Statement[];
}

/** Where a unit's rows live. */
export interface Plane {
  readonly tenantId: string | undefined;
  readonly statementTimeoutMs: number;
  /** Refuses every write and opens transactions read-only. */
  readonly readOnly: boolean;
  entry(): Entry | Promise<Entry>;
  /**
   * Asked when the server refused the entry, or may not be the right one any more: resolves when the
   * unit should try again (after a new look-up and, during a move, a pause), rejects when it should
   * give up.
   */
  reenter(refused: DbError, attempt: number): Promise<void>;
}

export const readOnlyError = () =>
  new DbError('denied', 'This unit of work only reads; open one that writes.');

export const endedError = () => new DbError('closed', 'The unit of work has ended.');

export const unconfirmed = ({ code }: DbError) =>
  new DbError('unconfirmed', 'The connection was lost; the change may or may not be kept.', {
    code,
    lost: true,
  });

/** Time after which a connection that says nothing is given up, beyond what the server allows. */
export const lineLimitMs = ({ statementTimeoutMs }: Plane, statements: number) =>
  (statements + 1) * statementTimeoutMs + 10_000;

/** The table changed under a named plan, or the name is gone: the next try parses it anew. */
export const isForgottenPlan = (error: unknown) =>
  error instanceof DbError && (error.code === '0A000' || error.code === '26000');
