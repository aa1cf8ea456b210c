import { connectionUrl } from '@/db/bootstrap';
import { testSecret } from '@/db/testing/names';
import type { World } from '@/lib/doors/testing';
import { bundle } from '../../bundle.mjs';
import { buildNext, isNextBuilt } from '../../next-build.mjs';
import { freePort } from '../../ports.mjs';
import { neutralEnv } from '../../process-env.mjs';
import { nodeFlags } from '../../processes/child.mjs';
import { type Served, spawnServer } from './server';

const entry = 'lib/server/web.ts';

export interface WebOptions {
  database: World['database'];
  dataDir: string;
  /** Further flags of Node. */
  flags?: string[];
}

/** The product's web process in its production form, over a database of a bench. */
export async function startWeb({ database, dataDir, flags = [] }: WebOptions): Promise<Served> {
  if (!isNextBuilt()) await buildNext(undefined);
  const { [entry]: program = '' } = await bundle([entry]);
  const port = await freePort();
  return await spawnServer({
    args: [...nodeFlags, ...flags, program],
    env: {
      ...neutralEnv(),
      NODE_ENV: 'production',
      WEB_DATABASE_URL: database.urlOf('rowhouse_web'),
      PLATFORM_DATABASE_URL: database.urlOf('rowhouse_platform'),
      ROWHOUSE_SECRET: testSecret,
      DATA_DIR: dataDir,
      PORT: String(port),
    },
    port,
    path: '/readyz',
  });
}

/** The same database as superuser, for the floor's filters by hand. */
export const floorUrl = ({ adminUrl, name }: World['database']) => connectionUrl(adminUrl, name);
