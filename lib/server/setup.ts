import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { bootstrap, connectionUrl, rolePassword } from '@/db/bootstrap';
import { closePools, configureDatabase } from '@/db/client';
import { isSeeded, markSeeded } from '@/db/installation';
import { migrate } from '@/db/migrate';
import { lendSchemaRight } from '@/db/queue-schema';
import { env } from '@/lib/env';
import { seedDemo } from './demo/seed';
import { quietLogger } from './queue-log';

const {
  ADMIN_DATABASE_URL: adminUrl,
  DATABASE_NAME: databaseName,
  ROWHOUSE_SECRET: secret,
  isLocal,
} = env();
if (!adminUrl) throw new Error('Set-up needs ADMIN_DATABASE_URL.');

await bootstrap({ adminUrl, databaseName, secret });
const url = connectionUrl(adminUrl, databaseName);
await migrate({ url, folder: join(process.cwd(), 'db/migrations') });

const login = (role: 'rowhouse_web' | 'rowhouse_platform' | 'rowhouse_worker') =>
  connectionUrl(adminUrl, databaseName, [role, rolePassword(secret, role)]);
await lendSchemaRight(url, () =>
  runMigrations({ connectionString: login('rowhouse_worker'), logger: quietLogger }),
);

if (isLocal && !(await isSeeded(url))) {
  configureDatabase({ web: login('rowhouse_web'), platform: login('rowhouse_platform') });
  await seedDemo(url);
  await markSeeded(url);
  await closePools();
}
