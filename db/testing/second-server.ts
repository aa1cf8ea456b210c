import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../scripts/postgres/start.mjs';
import { scratchRoot } from '../../scripts/testing/scratch.mjs';
import { bootstrap, connectionUrl, type LoginRole, rolePassword } from '../bootstrap';
import { migrateShard } from '../migrate';
import { hangServer, killServer, wakeServer } from './kill-server';
import { testSecret } from './names';

/** One more Postgres server, set up as a shard, that a test may stop and start. */
export interface SecondServer {
  /** Name of its connection. */
  name: string;
  adminUrl: string;
  urlOf(role: LoginRole): string;
  stop(): Promise<void>;
  /** Ends it and all its children at once, as a power cut would. */
  kill(): Promise<void>;
  /** Leaves it running and answering nothing, until `wake`. */
  hang(): void;
  wake(): void;
  /** On the same port as before. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

const databaseName = 'rowhouse';

/** Takes about two seconds: for the few files that need it. `durable` for those that kill it. */
export async function startSecondServer({
  name = 'second',
  durable = false,
} = {}): Promise<SecondServer> {
  const dataDir = mkdtempSync(join(durable ? tmpdir() : scratchRoot(), 'rowhouse-test-second-'));
  let server = await startPostgres({ dataDir, durable });
  const { url, port } = server;
  await bootstrap({ adminUrl: url, databaseName, secret: testSecret, kind: 'shard' });
  const adminUrl = connectionUrl(url, databaseName);
  await migrateShard({ url: adminUrl, folder: join(process.cwd(), 'db/migrations') });
  return {
    name,
    adminUrl,
    urlOf: (role) => connectionUrl(url, databaseName, [role, rolePassword(testSecret, role)]),
    stop: () => server.stop(),
    kill: async () => {
      killServer(server.cluster);
      await server.exited;
    },
    hang: () => hangServer(server.cluster),
    wake: () => wakeServer(server.cluster),
    start: async () => {
      server = await startPostgres({ dataDir, port, durable });
    },
    remove: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
