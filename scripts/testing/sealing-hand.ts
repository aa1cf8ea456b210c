import { join } from 'node:path';
import type { Servers } from '@/db/homes/servers';
import { sealHours } from '@/db/usage/seal';
import { env } from '@/lib/env';

/** Seals hours without a pause, until it is killed. */
const { OPERATOR_DATABASE_URL: primary = '', ROWHOUSE_SECRET: roleSecret } = env();
const folder = join(process.cwd(), 'db/migrations');
const servers: Servers = { urls: { primary }, roleSecret, folder };
for (;;) await sealHours(servers);
