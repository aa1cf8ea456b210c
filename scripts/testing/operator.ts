import type { TestDatabase } from '@/db/testing/database';
import { type ProgramOptions, type RunningProgram, startProgram } from './program';

export type RunningOperator = RunningProgram;

/** The operator as a process of its own, on a test database. */
export const startOperator = (
  database: TestDatabase,
  { env, ...options }: ProgramOptions,
): Promise<RunningOperator> =>
  startProgram('lib/server/operator.ts', database, {
    ...options,
    env: {
      OPERATOR_DATABASE_URL: database.urlOf('rowhouse_operator'),
      WORKER_DATABASE_URL: database.urlOf('rowhouse_worker'),
      ...env,
    },
  });
