import pg from 'pg';
import { findPostgres } from '../../scripts/postgres/start.mjs';
import { databaseName } from '../../scripts/secrets.mjs';
import { product } from './places';

/** Runs one statement on the product's own database, past row security: to bring about what takes days. */
export async function inDatabase(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const url = new URL((await findPostgres(product().dataDir)) ?? 'no database runs there');
  url.pathname = `/${databaseName}`;
  const client = new pg.Client({ connectionString: String(url) });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}
