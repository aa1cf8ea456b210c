import { join } from 'node:path';
import type { Servers } from '@/db/homes/servers';
import { keepStock } from '@/db/homes/stock';
import { openMaintenance } from '@/db/maintenance';
import { keepMoves } from '@/db/moves/keep';
import { Operations } from '@/db/operations/queue';
import { keepArchives } from '@/lib/archives/keep';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { handlersOf } from '@/lib/operations/handlers';
import { startRunner } from '@/lib/operations/runner';
import { atShutdown, endOnSignals } from './shutdown';

/** How often old directory changes, attempts and expired proofs are cleared away. */
const tidyMs = 10 * 60_000;

/** How often the stock of homes is looked at. */
const stockMs = 5_000;

/** How often daily backups that are due are asked for, and expired ones removed. */
const backupsMs = 60_000;
/** How often open moves are looked for. */
const moveMs = 1_000;

const { OPERATOR_DATABASE_URL: connectionString, ROWHOUSE_SECRET: roleSecret } = env();
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

const servers: Servers = {
  urls: { primary: connectionString },
  roleSecret,
  folder: join(process.cwd(), 'db/migrations'),
};

/** One look at a time: a database takes a while to build. */
let stocking: Promise<void> | undefined;

const stock = () => {
  stocking ??= keepStock(servers)
    .then(({ prepared, dismantled, faults }) => {
      if (prepared + dismantled > 0) log.info({ prepared, dismantled }, 'stock of homes kept');
      for (const { shard, tier, error } of faults) {
        log.error({ err: error, shard, tier }, 'a home could not be prepared');
      }
    })
    .catch((error: unknown) => log.error({ err: error }, 'keeping the stock of homes failed'))
    .finally(() => {
      stocking = undefined;
    });
};

const stockTimer = setInterval(stock, stockMs);
atShutdown(async () => {
  clearInterval(stockTimer);
  await stocking;
});
stock();

const operations = new Operations(connectionString);
atShutdown(() => operations.close());
atShutdown(startRunner(operations, handlersOf(servers)).stop);

const keepBackups = () =>
  keepArchives(servers).then(
    ({ asked, expired }) => asked + expired > 0 && log.info({ asked, expired }, 'backups kept'),
    (error: unknown) => log.error({ err: error }, 'keeping backups failed'),
  );
const backupTimer = setInterval(keepBackups, backupsMs);
atShutdown(async () => clearInterval(backupTimer));
/** Moves run for as long as they take; another look comes soon after. */
const moving = new AbortController();
let movesDone: Promise<void> | undefined;

const move = () => {
  movesDone ??= keepMoves(servers, moving.signal)
    .then((news) => {
      for (const { id, state, error } of news) {
        if (error) log.error({ err: error, move: id }, 'a move stopped for now');
        else log.info({ move: id, state }, 'a move has come to its end');
      }
    })
    .catch((error: unknown) => log.error({ err: error }, 'looking after moves failed'))
    .finally(() => {
      movesDone = undefined;
    });
};

const moveTimer = setInterval(move, moveMs);
atShutdown(async () => {
  clearInterval(moveTimer);
  moving.abort();
  await movesDone;
});
move();
log.info('operator ready');
