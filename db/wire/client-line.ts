import { DbError, fromDriver } from '../errors';
import { Batch, type BatchItem, type LineMemory, type WireConnection } from './batch';
import type { Line, LineStatus, Rows, Statement } from './line';
import { isForgottenPlan } from './plane';
import { encodeValues } from './value';

/** What node-postgres' Client and Neon's WebSocket Client have in common here. */
export interface WireClient {
  connect(): Promise<unknown>;
  query(batch: Batch): unknown;
  end(): Promise<void>;
  on(event: 'error' | 'end', listener: () => void): unknown;
}

export interface ClientLineOptions {
  /** Only on a direct connection: behind a transaction pooler a name may mean another statement. */
  named: boolean;
}

const defaultLimitMs = 60_000;
const watchEveryMs = 500;
/** How long a server may take to say goodbye. */
const goodbyeMs = 1_000;

/** One connection. Not for concurrent use: whoever leased it runs one batch after the other. */
export class ClientLine implements Line {
  // By a clock that never jumps, like every limit here.
  readonly openedAt = performance.now();
  usedAt = this.openedAt;
  uses = 0;
  broken = false;
  onBroken: (() => void) | undefined;
  readonly #client: WireClient;
  readonly #connection: WireConnection;
  readonly #memory: LineMemory;
  readonly #watch: NodeJS.Timeout;
  #answerBy = Number.POSITIVE_INFINITY;

  private constructor(client: WireClient, { named }: ClientLineOptions) {
    this.#client = client;
    this.#connection = (client as unknown as { connection: WireConnection }).connection;
    this.#memory = { status: 'I', named, names: new Map() };
    this.#connection.on('readyForQuery', (message?: { status?: LineStatus }) => {
      if (message?.status) this.#memory.status = message.status;
    });
    this.#watch = setInterval(() => this.#expire(), watchEveryMs).unref();
    client.on('error', () => this.#break());
    client.on('end', () => this.#break());
  }

  /** Connects. Throws `DbError('unavailable')`, or `denied` when the server refuses the login. */
  static async open(client: WireClient, options: ClientLineOptions): Promise<ClientLine> {
    const line = new ClientLine(client, options);
    try {
      await client.connect();
    } catch (error) {
      line.destroy();
      throw connectFailure(error);
    }
    return line;
  }

  get status(): LineStatus {
    return this.#memory.status;
  }

  async run(statements: readonly Statement[], limitMs = defaultLimitMs): Promise<Rows[]> {
    const items = statements.map((statement) => ({ statement, values: encodeValues(statement) }));
    const repeatable = this.#memory.status === 'I';
    try {
      return await this.#submit(items, limitMs);
    } catch (error) {
      if (!repeatable || this.status !== 'I' || !isForgottenPlan(error)) throw error;
      return await this.#submit(items, limitMs);
    }
  }

  destroy() {
    this.broken = true;
    clearInterval(this.#watch);
    this.#connection.stream.destroy();
  }

  /** Says goodbye to the server and closes. */
  async close() {
    if (this.broken) return;
    this.broken = true;
    clearInterval(this.#watch);
    const late = setTimeout(() => this.#connection.stream.destroy(), goodbyeMs);
    await this.#client.end().catch(() => undefined);
    clearTimeout(late);
  }

  #submit(items: BatchItem[], limitMs: number) {
    return new Promise<Rows[]>((resolve, reject) => {
      this.#answerBy = performance.now() + limitMs;
      const batch = new Batch(items, this.#memory, (error, results) => {
        this.#answerBy = Number.POSITIVE_INFINITY;
        if (error) reject(error);
        else resolve(results);
      });
      this.#client.query(batch);
    });
  }

  // One timer per connection rather than one per query.
  #expire() {
    if (performance.now() > this.#answerBy) this.destroy();
  }

  #break() {
    this.broken = true;
    clearInterval(this.#watch);
    this.onBroken?.();
  }
}

function connectFailure(error: unknown) {
  const { kind, code } = fromDriver(error);
  if (kind === 'query' && code?.startsWith('28')) {
    return new DbError('denied', `The database refused the login (${code}).`, { code });
  }
  return new DbError('unavailable', 'The database cannot be reached.', { code });
}
