/** One statement with its parameters in driver form. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** The rows are of no interest: not described, not parsed, not kept. */
  readonly silent?: boolean;
}

/** What one statement answered: rows as arrays in column order. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: unknown[][];
  /** Command word, such as SELECT, INSERT or ROLLBACK. */
  readonly command: string;
  readonly rowCount: number;
}

/**
 * Runs statements as one Sync: one round trip, and one implicit transaction unless the connection
 * already stands in an explicit one. After `limitMs` without an answer the connection is given up.
 * Throws `DbError`.
 */
export interface Line {
  run(statements: readonly Statement[], limitMs?: number): Promise<Rows[]>;
}

/** Transaction state as the server last told it: idle, in a transaction, in a failed one. */
export type LineStatus = 'I' | 'T' | 'E';

/** A line kept for one interactive transaction; `release` destroys it unless it is idle again. */
export interface HeldLine extends Line {
  readonly status: LineStatus;
  release(): void;
}

/** A way to one database as one role. `owner` is the tenant on whose part of the connections it goes. */
export interface Wire {
  run(statements: readonly Statement[], limitMs?: number, owner?: string): Promise<Rows[]>;
  /**
   * As `run`, for whoever can do without: throws `timeout` once the answer to what was asked takes
   * longer than this. A wait for a connection does not count, and the connection is given back when
   * the server has answered.
   */
  tryRun(statements: readonly Statement[], patienceMs: number, owner?: string): Promise<Rows[]>;
  /** Borrows a connection. Throws `unsupported` where the driver has none to lend. */
  hold(owner?: string): Promise<HeldLine>;
}

/** Objects keyed by column name, for raw statements. */
export function toObjects(result: Rows): Record<string, unknown>[] {
  return result.rows.map((row) => {
    const record: Record<string, unknown> = {};
    for (let i = 0; i < row.length; i++) record[result.columns[i] as string] = row[i];
    return record;
  });
}
