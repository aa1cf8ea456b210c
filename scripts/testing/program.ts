import { spawn } from 'node:child_process';
import type { TestDatabase } from '@/db/testing/database';
import { bundle } from '../bundle.mjs';
import { neutralEnv } from '../process-env.mjs';
import { nodeFlags, tether } from '../processes/child.mjs';
import { root } from '../settings.mjs';

export interface ProgramOptions {
  dataDir: string;
  /** URL of the process's login by name of a further connection. */
  shards?: Record<string, string>;
  /** On top of what the process gets anyway. */
  env?: Record<string, string>;
  /** More of Node's own flags. */
  flags?: readonly string[];
}

export interface RunningProgram {
  pid: number;
  /** Resolves when the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** A program of the product as a process of its own, on a test database, with the logins it is given. */
export async function startProgram(
  entry: string,
  database: TestDatabase,
  { dataDir, shards, env = {}, flags = [] }: ProgramOptions,
): Promise<RunningProgram> {
  const { [entry]: program = '' } = await bundle([entry]);
  const child = spawn(process.execPath, [...nodeFlags, ...tether, ...flags, program], {
    cwd: root,
    env: {
      ...neutralEnv(),
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'fatal',
      ROWHOUSE_SECRET: database.servers.roleSecret,
      ...(shards && { SHARD_URLS: JSON.stringify(shards) }),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
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
