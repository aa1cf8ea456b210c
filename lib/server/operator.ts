import { openMaintenance } from '@/db/maintenance';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { atShutdown, endOnSignals } from './shutdown';

/** How often old directory changes, attempts and expired proofs are cleared away. */
const tidyMs = 10 * 60_000;

const { OPERATOR_DATABASE_URL: connectionString } = env();
if (!connectionString) throw new Error('The operator needs OPERATOR_DATABASE_URL.');
endOnSignals();

const maintenance = openMaintenance(connectionString);
atShutdown(maintenance.close);

const tidy = () =>
  maintenance.tidy().then(
    (removed) => removed > 0 && log.info({ removed }, 'cleared what has expired'),
    (error: unknown) => log.error({ err: error }, 'clearing failed'),
  );

const timer = setInterval(tidy, tidyMs);
atShutdown(async () => clearInterval(timer));
await tidy();
log.info('operator ready');
