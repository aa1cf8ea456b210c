import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inDatabase } from './database';
import { product } from './places';

/**
 * Stops the database of the product, does something without it, and lets it start again. The program
 * that would start it at once is held meanwhile.
 */
export async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const { rows } = await inDatabase(`select pg_read_file('postmaster.pid') as record`);
  const postgres = Number.parseInt(rows[0].record, 10);
  const lock = await readFile(join(product().dataDir, 'postgres.lock'), 'utf8');
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
