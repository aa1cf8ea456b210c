import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../scripts/postgres/start.mjs';
import { product } from './places';

/**
 * Stops the database of the product, does something without it, and lets it start again. The program
 * that would start it at once is held meanwhile.
 */
export const withoutDatabase = (work: () => Promise<void>): Promise<void> =>
  withoutServer(product().dataDir, work);

/** The same with an embedded shard, by the name of its connection. */
export const withoutShard = (connection: string, work: () => Promise<void>): Promise<void> =>
  withoutServer(join(product().dataDir, connection), work);

async function withoutServer(dataDir: string, work: () => Promise<void>) {
  const postgres = await pidOf(dataDir);
  const lock = await readFile(join(dataDir, 'postgres.lock'), 'utf8');
  const { pid: keeper } = JSON.parse(lock);
  const letGo = () => process.kill(keeper, 'SIGCONT');
  process.once('exit', letGo);
  process.kill(keeper, 'SIGSTOP');
  try {
    process.kill(postgres, 'SIGINT');
    await work();
  } finally {
    letGo();
    process.off('exit', letGo);
  }
}

async function pidOf(dataDir: string): Promise<number> {
  const client = new pg.Client({ connectionString: await findPostgres(dataDir) });
  await client.connect();
  try {
    const { rows } = await client.query(`select pg_read_file('postmaster.pid') as record`);
    return Number.parseInt(rows[0].record, 10);
  } finally {
    await client.end();
  }
}
