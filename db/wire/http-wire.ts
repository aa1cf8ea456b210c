import { neon } from '@neondatabase/serverless';
import { DbError, fromDriver } from '../errors';
import type { HeldLine, Rows, Statement, Wire } from './line';
import { parserOf } from './parsers';
import { timed } from './spent';
import { encodeValues } from './value';

const types = { getTypeParser: (oid: number) => parserOf(oid) ?? ((text: string) => text) };

/** Neon over HTTP: each batch is one POST and one transaction; there is no connection to hold. */
export class HttpWire implements Wire {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async run(statements: readonly Statement[], limitMs = 60_000): Promise<Rows[]> {
    const encoded = statements.map((statement) => ({
      text: statement.text,
      values: encodeValues(statement),
    }));
    const sql = neon(this.#url, { arrayMode: true, fullResults: true });
    try {
      const results = await timed(() =>
        sql.transaction(
          encoded.map(({ text, values }) => sql.query(text, values, { types })),
          {
            arrayMode: true,
            fullResults: true,
            fetchOptions: { signal: AbortSignal.timeout(limitMs) },
          },
        ),
      );
      return results.map(({ fields, rows, command, rowCount }) => ({
        columns: fields.map(({ name }) => name),
        rows,
        command,
        rowCount,
      }));
    } catch (error) {
      throw fromDriver(error);
    }
  }

  tryRun(statements: readonly Statement[], patienceMs: number): Promise<Rows[]> {
    return this.run(statements, patienceMs);
  }

  hold(): Promise<HeldLine> {
    const message = 'Interactive transactions need a connection; this driver sends batches only.';
    return Promise.reject(new DbError('unsupported', message));
  }
}
