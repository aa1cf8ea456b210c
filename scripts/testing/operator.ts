import { spawn } from 'node:child_process';
import type { TestDatabase } from '@/db/testing/database';
import { bundle } from '../bundle.mjs';
import { neutralEnv } from '../process-env.mjs';
import { nodeFlags } from '../processes/child.mjs';
import { root } from '../settings.mjs';

export interface RunningOperator {
  pid: number;
  /** Resolves when the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const entry = 'lib/server/operator.ts';

/** The operator as a process of its own, on a test database. */
export async function startOperator(
  database: TestDatabase,
  { dataDir }: { dataDir: string },
): Promise<RunningOperator> {
  const { [entry]: program = '' } = await bundle([entry]);
  const child = spawn(process.execPath, [...nodeFlags, program], {
    cwd: root,
    env: {
      ...neutralEnv(),
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'fatal',
      ROWHOUSE_SECRET: database.servers.roleSecret,
      OPERATOR_DATABASE_URL: database.urlOf('rowhouse_operator'),
      WORKER_DATABASE_URL: database.urlOf('rowhouse_worker'),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    pid: child.pid ?? 0,
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
