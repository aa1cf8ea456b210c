import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from './migrate';
import { createTestDatabase, type TestDatabase } from './testing/database';

const migrationLock = 727002;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('does not wait for ever for its turn to migrate, and says who has it', async () => {
  const holder = new pg.Client({ connectionString: database.urlOf('rowhouse_web') });
  await holder.connect();
  await holder.query('select pg_advisory_lock($1)', [migrationLock]);
  const options = {
    url: database.adminUrl,
    folder: join(process.cwd(), 'db/migrations'),
    turnMs: 100,
  };
  await expect(migrate(options)).rejects.toThrow(
    /Another session migrates here .* of rowhouse_web.*Try again/,
  );
  await holder.end();
  expect(await migrate(options)).toBe(0);
});
