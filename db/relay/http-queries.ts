import type { IncomingHttpHeaders } from 'node:http';
import pg from 'pg';

interface Query {
  query: string;
  params?: unknown[];
}

type Body = Query | { queries: Query[] };

const rawText = { getTypeParser: () => (text: string) => text };

const isolationLevels: Record<string, string> = {
  ReadUncommitted: 'read uncommitted',
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
};

/** Pools of the relay, one per connection string. */
export class QueryRunner {
  readonly #pools = new Map<string, pg.Pool>();

  /** Runs the body of one POST to `/sql` and answers in Neon's shape: rows as arrays of raw text. */
  async run(connectionString: string, body: Body, headers: IncomingHttpHeaders): Promise<unknown> {
    const client = await this.#pool(connectionString).connect();
    let broken: Error | undefined;
    try {
      if ('query' in body) return await answer(client, body);
      return { results: await transaction(client, body.queries, beginText(headers)) };
    } catch (error) {
      broken = error instanceof pg.DatabaseError ? undefined : (error as Error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async close() {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  #pool(connectionString: string): pg.Pool {
    const known = this.#pools.get(connectionString);
    if (known) return known;
    const pool = new pg.Pool({ connectionString, max: 4, idleTimeoutMillis: 10_000 });
    pool.on('error', () => undefined);
    this.#pools.set(connectionString, pool);
    return pool;
  }
}

async function transaction(client: pg.PoolClient, queries: Query[], begin: string) {
  await client.query(begin);
  try {
    const results: unknown[] = [];
    for (const query of queries) results.push(await answer(client, query));
    await client.query('commit');
    return results;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function answer(client: pg.PoolClient, { query, params = [] }: Query) {
  const result = await client.query({
    text: query,
    values: params,
    rowMode: 'array',
    types: rawText,
    queryMode: 'extended',
  } as pg.QueryArrayConfig);
  const { fields, rows, command, rowCount } = result;
  return { fields, rows, command, rowCount: rowCount ?? 0 };
}

function beginText(headers: IncomingHttpHeaders) {
  const level = isolationLevels[String(headers['neon-batch-isolation-level'])];
  const readOnly = headers['neon-batch-read-only'] === 'true';
  return `begin${level ? ` isolation level ${level}` : ''}${readOnly ? ' read only' : ''}`;
}
