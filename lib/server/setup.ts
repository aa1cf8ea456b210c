import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { bootstrap, connectionUrl, type LoginRole, rolePassword } from '@/db/bootstrap';
import { closePools, configureDatabase } from '@/db/client';
import { migrateHomes, migrateSharedTables } from '@/db/homes/fleet';
import { keepStock } from '@/db/homes/stock';
import { isSeeded, markSeeded } from '@/db/installation';
import { migrate } from '@/db/migrate';
import { lendSchemaRight } from '@/db/queue-schema';
import { setUpShards } from '@/db/shards/set-up';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { seedDemo } from './demo/seed';
import { quietLogger } from './queue-log';

const {
  ADMIN_DATABASE_URL: adminUrl,
  DATABASE_NAME: databaseName,
  ROWHOUSE_SECRET: secret,
  SHARD_URLS: adminUrls,
  isLocal,
} = env();
if (!adminUrl) throw new Error('Set-up needs ADMIN_DATABASE_URL.');

await bootstrap({ adminUrl, databaseName, secret });
const url = connectionUrl(adminUrl, databaseName);
const folder = join(process.cwd(), 'db/migrations');
await migrate({ url, folder });

const away = await setUpShards(url, { adminUrls, databaseName, secret, folder });
for (const [shard, error] of away) log.error({ err: error, shard }, 'a server could not be set up');

const loginOn = (server: string, role: LoginRole) =>
  connectionUrl(server, databaseName, [role, rolePassword(secret, role)]);
const login = (role: LoginRole) => loginOn(adminUrl, role);
await lendSchemaRight(url, () =>
  runMigrations({ connectionString: login('rowhouse_worker'), logger: quietLogger }),
);

const shardUrls = Object.entries(adminUrls).map(([name, server]) => [
  name,
  loginOn(server, 'rowhouse_operator'),
]);
const urls = { primary: login('rowhouse_operator'), ...Object.fromEntries(shardUrls) };
const servers = { urls, roleSecret: secret, folder };
const shared = await migrateSharedTables(servers);
for (const { shard, fault } of shared.behind) log.error({ shard, fault }, 'a shard stays behind');
const { behind } = await migrateHomes(servers);
for (const { home, fault } of behind) log.error({ home: home.id, fault }, 'a home stays behind');

if (isLocal && !(await isSeeded(url))) {
  const { faults } = await keepStock(servers);
  if (faults[0]) throw faults[0].error;
  configureDatabase({
    web: login('rowhouse_web'),
    platform: login('rowhouse_platform'),
    roleSecret: secret,
  });
  await seedDemo(url);
  await markSeeded(url);
  await closePools();
}
