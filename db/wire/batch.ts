import { DbError, fromDriver } from '../errors';
import type { LineStatus, Rows, Statement } from './line';
import { parserOf } from './parsers';
import { statementName } from './statement-name';
import type { Encoded } from './value';

/** The part of node-postgres' connection that a batch speaks to; Neon's copy has the same one. */
export interface WireConnection {
  readonly stream: { cork?(): void; uncork?(): void; destroy(): void };
  parse(message: { name: string; text: string; types: number[] }): void;
  bind(message: { portal: string; statement: string; values: Encoded[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
  on(event: string, listener: (message: never) => void): unknown;
  once(event: string, listener: () => void): unknown;
  removeListener(event: string, listener: () => void): unknown;
}

interface Shape {
  readonly columns: string[];
  readonly parsers: ReturnType<typeof parserOf>[];
}

/** What is known of one server session. */
export interface LineMemory {
  status: LineStatus;
  readonly named: boolean;
  /** Statement names that surely stand on the server, with the shape of their rows once seen. */
  readonly names: Map<string, Shape | undefined>;
}

export interface BatchItem {
  readonly statement: Statement;
  readonly values: Encoded[];
}

type Settle = (error: DbError | undefined, results: Rows[]) => void;

/** `IN` lists make many shapes of one query; the oldest names are closed beyond this. */
const maxNames = 400;

/**
 * Several statements as one Sync, in the shape node-postgres calls a Submittable. It settles only
 * after ReadyForQuery, so that the line is usable and its status known whatever happened.
 */
export class Batch {
  readonly #items: readonly BatchItem[];
  readonly #memory: LineMemory;
  readonly #settle: Settle;
  readonly #results: Rows[] = [];
  readonly #fresh = new Map<string, Shape | undefined>();
  /** Of each item, where it was known as the item was sent: its name may be given up by a later one. */
  readonly #known: (Shape | undefined)[] = [];
  #shape: Shape | undefined;
  #rows: unknown[][] = [];
  #failure: DbError | undefined;

  constructor(items: readonly BatchItem[], memory: LineMemory, settle: Settle) {
    this.#items = items;
    this.#memory = memory;
    this.#settle = settle;
  }

  submit(connection: WireConnection) {
    connection.stream.cork?.();
    try {
      for (const item of this.#items) this.#send(connection, item);
      connection.sync();
    } finally {
      connection.stream.uncork?.();
    }
    this.#expect();
    return null;
  }

  handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }) {
    this.#shape = {
      columns: message.fields.map((field) => field.name),
      parsers: message.fields.map((field) => parserOf(field.dataTypeID)),
    };
  }

  handleDataRow(message: { fields: (string | null)[] }) {
    const shape = this.#shape;
    if (!shape) return;
    const row: unknown[] = message.fields;
    try {
      for (let i = 0; i < row.length; i++) {
        const parse = shape.parsers[i];
        if (parse && row[i] !== null) row[i] = parse(row[i] as string);
      }
      this.#rows.push(row);
    } catch {
      this.#failure ??= new DbError('query', 'A column could not be read.', {
        statement: this.#current()?.text,
      });
    }
  }

  handleCommandComplete(message: { text: string }) {
    const [command = '', ...counts] = message.text.split(' ');
    this.#complete(command, Number(counts.at(-1) ?? 0) || 0);
  }

  handleEmptyQuery() {
    this.#complete('', 0);
  }

  handlePortalSuspended() {}

  handleCopyData() {}

  // The Sync already sent is swallowed by COPY, so the session cannot be brought back in step.
  handleCopyInResponse(connection: WireConnection) {
    this.#failure = new DbError('unsupported', 'COPY FROM is not possible here.');
    connection.stream.destroy();
  }

  handleError(error: Error, connection: WireConnection) {
    const failure = this.#failure ?? fromDriver(error, this.#current()?.text);
    this.#failure = failure;
    this.#forget(failure);
    if (!('severity' in error)) return this.#settle(failure, []);
    const settle = () => {
      connection.removeListener('readyForQuery', settle);
      connection.removeListener('end', settle);
      this.#settle(failure, []);
    };
    connection.once('readyForQuery', settle);
    connection.once('end', settle);
  }

  handleReadyForQuery() {
    for (const [name, shape] of this.#fresh) this.#memory.names.set(name, shape);
    this.#settle(this.#failure, this.#results);
  }

  #send(connection: WireConnection, { statement, values }: BatchItem) {
    const { names } = this.#memory;
    const name = this.#nameOf(statement);
    if (name === '' || (!names.has(name) && !this.#fresh.has(name))) {
      if (name) this.#introduce(connection, name);
      connection.parse({ name, text: statement.text, types: [] });
    }
    connection.bind({ portal: '', statement: name, values });
    const known = statement.silent ? undefined : names.get(name);
    this.#known.push(known);
    if (!statement.silent && !known) connection.describe({ type: 'P', name: '' });
    connection.execute({ portal: '', rows: 0 });
  }

  #nameOf({ text }: Statement) {
    return this.#memory.named ? statementName(text) : '';
  }

  // An error after Parse leaves the name on the server; closing an absent name is no error.
  #introduce(connection: WireConnection, name: string) {
    const { names } = this.#memory;
    connection.close({ type: 'S', name });
    this.#fresh.set(name, undefined);
    if (names.size + this.#fresh.size <= maxNames) return;
    const oldest = names.keys().next().value;
    if (oldest === undefined) return;
    names.delete(oldest);
    connection.close({ type: 'S', name: oldest });
  }

  #current() {
    return this.#items[this.#results.length]?.statement;
  }

  #expect() {
    this.#shape = this.#known[this.#results.length];
    this.#rows = [];
  }

  #complete(command: string, rowCount: number) {
    const statement = this.#current();
    const name = statement && !statement.silent ? this.#nameOf(statement) : '';
    if (name && this.#shape) this.#remember(name, this.#shape);
    const columns = this.#shape?.columns ?? [];
    this.#results.push({ columns, rows: this.#rows, command, rowCount });
    this.#expect();
  }

  #remember(name: string, shape: Shape) {
    const { names } = this.#memory;
    if (names.has(name)) names.set(name, shape);
    else if (this.#fresh.has(name)) this.#fresh.set(name, shape);
  }

  #forget(failure: DbError) {
    const statement = this.#current();
    if (statement && (failure.code === '0A000' || failure.code === '26000')) {
      this.#memory.names.delete(this.#nameOf(statement));
    }
  }
}
