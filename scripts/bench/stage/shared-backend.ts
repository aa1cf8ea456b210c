import { sql } from 'drizzle-orm';
import pg from 'pg';
import { lookUp } from '@/db/control';

const made: pg.Client[] = [];
const connect = pg.Client.prototype.connect;

/** From here on every connection this process opens is remembered. */
export function watchConnections(): void {
  pg.Client.prototype.connect = function remember(this: pg.Client, ...given: unknown[]) {
    made.push(this);
    return (connect as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof connect;
}

/**
 * The kernel's own connection, for a baseline on the same backend: on few cores two backends differ
 * by which core they woke on. The kernel's pool must hold one connection.
 */
export async function kernelConnection(): Promise<pg.Client> {
  const [row] = await lookUp<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const client = made.find(
    (one) => (one as pg.Client & { processID: number }).processID === row?.pid,
  );
  if (!client) throw new Error('The kernel opened no connection of its own.');
  return client;
}
