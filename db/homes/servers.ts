import pg from 'pg';
import type { ShardProvider } from './provider';

/** One server that says nothing must not hold up work on the others, milliseconds. */
export const connectTimeoutMs = 4_000;

/**
 * How long building or taking down may wait for one answer, milliseconds: much longer than it takes,
 * so that a server that hangs does not hold up the work on others for good.
 */
export const buildAnswerMs = 60_000;

/** The operator's logins on the servers it keeps, and the secret that role passwords derive from. */
export interface Servers {
  /** Connection URLs by the name of the shard's connection; `primary` holds the control plane. */
  urls: Readonly<Record<string, string>>;
  roleSecret: string;
  /** Who runs the server behind a connection, where it is not plain Postgres. */
  providers?: Readonly<Record<string, ShardProvider>>;
  /** Folder that holds `control/` and `tenant/` migrations. */
  folder: string;
}

/** URL of the operator on a database of a shard; without a name, the shard's own. */
export function operatorUrl({ urls }: Servers, connection: string, database?: string): string {
  const known = urls[connection];
  if (!known) throw new Error(`No connection named ${connection} is configured for the operator.`);
  const url = new URL(known);
  if (database) url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Name of the shard's own database, which holds its shared tables. */
export const databaseOf = (servers: Servers, connection: string): string =>
  decodeURIComponent(new URL(operatorUrl(servers, connection)).pathname.slice(1));

interface Limits {
  /** How long the server may take to answer one question. Without, as long as it likes. */
  answerMs?: number;
}

/** Opens one connection for a piece of work. */
export async function onServer<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  { answerMs }: Limits = {},
) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    ...(answerMs && { query_timeout: answerMs }),
  });
  // A line that is cut between two queries is met by the next one.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await closeLine(client);
  }
}

const goodbyeMs = 1_000;

/** Drops a line without a goodbye; queries under way on it fail. */
export const cutLine = (client: pg.ClientBase): void => {
  // Types leave the connection out.
  (
    client as unknown as { connection: { stream: { destroy(): void } } }
  ).connection.stream.destroy();
};

/** Says goodbye, and does not wait long for an answer. */
export async function closeLine(client: pg.Client): Promise<void> {
  const late = setTimeout(() => cutLine(client), goodbyeMs);
  await client.end().catch(() => undefined);
  clearTimeout(late);
}

/** One transaction with the rights of the tables' owner. */
export async function asOwner<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin; set local role rowhouse_owner');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
