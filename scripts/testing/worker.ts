import { runMigrations } from 'graphile-worker';
import { lendSchemaRight } from '@/db/queue-schema';
import type { TestDatabase } from '@/db/testing/database';
import { type ProgramOptions, type RunningProgram, startProgram } from './program';

/** Gives a test database the tables of the queue, as set-up does. */
export const furnishQueue = (database: TestDatabase) =>
  lendSchemaRight(database.adminUrl, () =>
    runMigrations({ connectionString: database.urlOf('rowhouse_worker') }),
  );

/** The worker as a process of its own, on a test database whose queue was furnished. */
export const startWorker = (
  database: TestDatabase,
  { env, ...options }: ProgramOptions,
): Promise<RunningProgram> =>
  startProgram('lib/server/worker.ts', database, {
    ...options,
    env: { WORKER_DATABASE_URL: database.urlOf('rowhouse_worker'), ...env },
  });
